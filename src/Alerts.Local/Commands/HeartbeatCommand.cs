using System.CommandLine;
using System.Globalization;
using Alerts.Core.Operations;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts heartbeat ...</c></summary>
internal sealed class HeartbeatCommand : Command
{
    public HeartbeatCommand(Func<IAnsiConsole> console)
        : base("heartbeat", "The daily, signed proof that the system ran")
    {
        Add(new ListVerb(console));
        Add(new VerifyVerb(console));
    }

    private sealed class ListVerb : Verb
    {
        private readonly Option<int> take = CountOption.Create("--take", "How many days", unsaid: 31, most: 1_000);

        public ListVerb(Func<IAnsiConsole> console)
            : base("list", "Lists the last days", ["alerts heartbeat list --take 7"], console) => Options.Add(take);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var heartbeats = (await services.Get<IHeartbeatStore>().ListAsync(invocation.Parsed.GetValue(take), cursor: null, cancellationToken)).Items;
            if (invocation.AsJson)
            {
                return invocation.Print(heartbeats);
            }

            foreach (var heartbeat in heartbeats)
            {
                invocation.Say(string.Create(CultureInfo.InvariantCulture, $"{heartbeat.Day:yyyy-MM-dd}  {heartbeat.Summary}"));
            }

            return heartbeats.Count > 0 ? AlertsCommandLine.Done : invocation.Say("There is none yet: the first comes at the next hour that Alerts:Operator:HeartbeatAt names.");
        }
    }

    private sealed class VerifyVerb : Verb
    {
        private const int Most = 1_000;

        private readonly Argument<string?> day = new("day") { Description = "Only this day, such as 2026-11-26", Arity = ArgumentArity.ZeroOrOne };

        public VerifyVerb(Func<IAnsiConsole> console)
            : base("verify", "Checks signatures, links and missing days; fails where one is wrong", ["alerts heartbeat verify", "alerts heartbeat verify 2026-11-26"], console) => Arguments.Add(day);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            DateOnly? wanted = null;
            if (invocation.Parsed.GetValue(day) is { } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                {
                    return invocation.Misuse($"'{text}' is no day such as 2026-11-26.");
                }

                wanted = date;
            }

            await using var services = await invocation.OpenAsync(cancellationToken);
            var stored = (await services.Get<IHeartbeatStore>().ListAsync(Most, cursor: null, cancellationToken)).Items;
            var findings = HeartbeatAudit.Of(stored, services.Get<HeartbeatSigner>()).Where(finding => wanted is null || finding.Day == wanted).ToList();
            if (findings.Count == 0)
            {
                return invocation.Fail(wanted is null ? "There is no heartbeat yet." : "There is no heartbeat of this day.");
            }

            if (invocation.AsJson)
            {
                invocation.Print(findings.Select(finding => new { finding.Day, finding.Verdict }));
            }
            else
            {
                foreach (var finding in findings)
                {
                    invocation.Say(string.Create(CultureInfo.InvariantCulture, $"{finding.Day:yyyy-MM-dd}  {InWords(finding.Verdict)}"));
                }
            }

            return findings.TrueForAll(finding => finding.Verdict == HeartbeatVerdict.Genuine) ? AlertsCommandLine.Done : AlertsCommandLine.Failed;
        }

        private static string InWords(HeartbeatVerdict verdict) => verdict switch
        {
            HeartbeatVerdict.Genuine => "genuine",
            HeartbeatVerdict.Forged => "FORGED: signed by no key of this installation, or changed since",
            HeartbeatVerdict.Unlinked => "UNLINKED: the one that it follows was changed or taken out",
            _ => "missing: the system did not run when it was due",
        };
    }
}
