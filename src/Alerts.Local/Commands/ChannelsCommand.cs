using System.CommandLine;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Subscriptions;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts channels ...</c></summary>
internal sealed class ChannelsCommand : Command
{
    public ChannelsCommand(Func<IAnsiConsole> console)
        : base("channels", "Stops a channel and lets it go on")
    {
        Add(new ListVerb(console));
        Add(new PauseVerb(console));
        Add(new ResumeVerb(console));
    }

    private static Argument<ChannelKind> ChannelArgument() => new("channel") { Description = "email or webhook" };

    private sealed class ListVerb(Func<IAnsiConsole> console) : Verb("list", "Lists the channels and which of them are paused", ["alerts channels list"], console)
    {
        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var pauses = await services.Get<IChannelPauses>().ListAsync(cancellationToken);
            if (invocation.AsJson)
            {
                return invocation.Print(Enum.GetValues<ChannelKind>().Select(channel => new { channel, paused = pauses.FirstOrDefault(pause => pause.Channel == channel) }));
            }

            foreach (var channel in Enum.GetValues<ChannelKind>())
            {
                var pause = pauses.FirstOrDefault(item => item.Channel == channel);
                invocation.Say($"{channel.ToString().ToLowerInvariant(),-8} {(pause is null ? "goes" : $"paused since {pause.Since:yyyy-MM-dd HH:mm}Z by {pause.By}: {pause.Reason}")}");
            }

            return AlertsCommandLine.Done;
        }
    }

    private sealed class PauseVerb : Verb
    {
        private readonly Argument<ChannelKind> channel = ChannelArgument();
        private readonly Option<string> reason = new("--reason") { Description = "Why, for those who ask why nothing comes", Required = true };

        public PauseVerb(Func<IAnsiConsole> console)
            : base("pause", "Sends nothing by this channel; what is due waits and is not lost", ["alerts channels pause email --reason \"the provider is down\""], console)
        {
            Arguments.Add(channel);
            Options.Add(reason);
        }

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var (kind, why) = (invocation.Parsed.GetValue(channel), invocation.Parsed.GetValue(reason)!);
            await using var services = await invocation.OpenAsync(cancellationToken);
            var pause = new ChannelPause(kind, TimeProvider.System.GetUtcNow(), $"command line:{Environment.UserName}", why);
            await services.Get<IChannelPauses>().PauseAsync(pause, cancellationToken);
            await services.AuditAsync("pauseChannel", ChannelAddress(kind), cancellationToken, why);
            return invocation.AsJson ? invocation.Print(pause) : invocation.Say($"Nothing is sent by {kind.ToString().ToLowerInvariant()} any more. Let it go on: alerts channels resume {kind.ToString().ToLowerInvariant()}");
        }
    }

    private sealed class ResumeVerb : Verb
    {
        private readonly Argument<ChannelKind> channel = ChannelArgument();

        public ResumeVerb(Func<IAnsiConsole> console)
            : base("resume", "Lets a channel go on; what waited goes out within two minutes", ["alerts channels resume email"], console) => Arguments.Add(channel);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var kind = invocation.Parsed.GetValue(channel);
            await using var services = await invocation.OpenAsync(cancellationToken);
            if (!await services.Get<IChannelPauses>().ResumeAsync(kind, cancellationToken))
            {
                return invocation.Fail($"{kind.ToString().ToLowerInvariant()} is not paused.");
            }

            await services.AuditAsync("resumeChannel", ChannelAddress(kind), cancellationToken);
            return invocation.AsJson ? invocation.Print(new { resumed = kind }) : invocation.Say($"{kind} goes on; what waited goes out within two minutes.");
        }
    }

    private static string ChannelAddress(ChannelKind kind) => $"/api/channels/{kind.ToString().ToLowerInvariant()}";
}
