using System.CommandLine;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts deadletters ...</c></summary>
internal sealed class DeadLettersCommand : Command
{
    public DeadLettersCommand(Func<IAnsiConsole> console)
        : base("deadletters", "Messages that failed five times")
    {
        Add(new ListVerb(console));
        Add(new ReplayVerb(console));
    }

    private static Option<string?> QueueOption()
    {
        var option = new Option<string?>("--queue") { Description = "Only this queue: " + string.Join(", ", QueueNames.All) };
        option.AcceptOnlyFromAmong([.. QueueNames.All]);
        return option;
    }

    private sealed class ListVerb : Verb
    {
        private readonly Option<string?> queue = QueueOption();

        public ListVerb(Func<IAnsiConsole> console)
            : base("list", "Lists them, at most 32 a queue", ["alerts deadletters list --queue read"], console) => Options.Add(queue);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var letters = await services.Get<IDeadLetters>().ListAsync(invocation.Parsed.GetValue(queue), cancellationToken);
            if (invocation.AsJson)
            {
                return invocation.Print(letters);
            }

            foreach (var letter in letters)
            {
                invocation.Say($"{letter.Queue,-9} {letter.MessageId}  {letter.Body}");
            }

            return letters.Count > 0 ? AlertsCommandLine.Done : invocation.Say("There are none.");
        }
    }

    private sealed class ReplayVerb : Verb
    {
        private readonly Option<string?> queue = QueueOption();
        private readonly Option<string?> message = new("--message") { Description = "Only the message of this id" };

        public ReplayVerb(Func<IAnsiConsole> console)
            : base("replay", "Puts them back into their queues", ["alerts deadletters replay", "alerts deadletters replay --queue email"], console)
        {
            Options.Add(queue);
            Options.Add(message);
        }

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var replayed = await services.Get<IDeadLetters>().ReplayAsync(invocation.Parsed.GetValue(queue), invocation.Parsed.GetValue(message), cancellationToken);
            await services.AuditAsync("replayDeadLetters", "/api/deadletters", cancellationToken, $"{replayed} of {invocation.Parsed.GetValue(queue) ?? "all queues"}");
            return invocation.AsJson ? invocation.Print(new { replayed }) : invocation.Say($"{replayed} went back.");
        }
    }
}
