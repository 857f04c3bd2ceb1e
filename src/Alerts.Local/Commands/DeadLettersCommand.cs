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

    /// <summary>Which of them are meant.</summary>
    private sealed class Choice
    {
        private readonly Option<string?> queue = new("--queue") { Description = "Only this queue: " + string.Join(", ", QueueNames.All) };
        private readonly Option<DateTimeOffset?> since = new("--since") { Description = "Only those that died since then (2026-11-26T09:00:00Z)" };
        private readonly Option<DateTimeOffset?> until = new("--until") { Description = "Only those that died before then" };

        public Choice(Command verb)
        {
            queue.AcceptOnlyFromAmong([.. QueueNames.All]);
            verb.Options.Add(queue);
            verb.Options.Add(since);
            verb.Options.Add(until);
        }

        public DeadLetterFilter Read(ParseResult parsed) => new(parsed.GetValue(queue), MessageId: null, parsed.GetValue(since), parsed.GetValue(until));
    }

    private sealed class ListVerb : Verb
    {
        private readonly Choice choice;

        public ListVerb(Func<IAnsiConsole> console)
            : base("list", "Lists them with the reasons, at most 32 a queue", ["alerts deadletters list --queue read"], console) => choice = new Choice(this);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var letters = await services.Get<IDeadLetters>().ListAsync(choice.Read(invocation.Parsed), cancellationToken);
            if (invocation.AsJson)
            {
                return invocation.Print(letters);
            }

            foreach (var letter in letters)
            {
                invocation.Say($"{letter.Queue,-9} {letter.InsertedAt:yyyy-MM-dd HH:mm:ss}Z  {letter.MessageId}  {letter.Body}");
                invocation.Say($"          because {letter.Reason ?? "the process ended with it in hand"}");
            }

            foreach (var (queue, count) in await services.Get<IDeadLetters>().CountAsync(cancellationToken))
            {
                var listed = letters.Count(letter => QueueNames.PoisonOf(letter.Queue) == queue);
                if (listed > 0 && count > listed)
                {
                    invocation.Say($"{listed} of about {count} in {queue}; a queue shows 32, a replay takes all.");
                }
            }

            return letters.Count > 0 ? AlertsCommandLine.Done : invocation.Say("There are none.");
        }
    }

    private sealed class ReplayVerb : Verb
    {
        private readonly Choice choice;
        private readonly Option<string?> message = new("--message") { Description = "Only the message of this id" };

        public ReplayVerb(Func<IAnsiConsole> console)
            : base(
                "replay", "Puts them back into their queues",
                ["alerts deadletters replay", "alerts deadletters replay --queue email --since 2026-11-26T09:00:00Z"], console)
        {
            choice = new Choice(this);
            Options.Add(message);
        }

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var filter = choice.Read(invocation.Parsed) with { MessageId = invocation.Parsed.GetValue(message) };
            await using var services = await invocation.OpenAsync(cancellationToken);
            var replayed = await services.Get<IDeadLetters>().ReplayAsync(filter, cancellationToken);
            await services.AuditAsync("replayDeadLetters", "/api/deadletters", cancellationToken, $"{replayed} of {filter.Queue ?? "all queues"}");
            return invocation.AsJson ? invocation.Print(new { replayed }) : invocation.Say($"{replayed} went back.");
        }
    }
}
