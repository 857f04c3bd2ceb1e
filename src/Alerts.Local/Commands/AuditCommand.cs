using System.CommandLine;
using Alerts.Core.Auditing;
using Alerts.Core.Messaging;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts audit ...</c></summary>
internal sealed class AuditCommand : Command
{
    public AuditCommand(Func<IAnsiConsole> console)
        : base("audit", "What administrators did, in a chain of hashes")
    {
        Add(new ListVerb(console));
        Add(new VerifyVerb(console));
    }

    private sealed class ListVerb : Verb
    {
        private readonly Option<int> take = CountOption.Create("--take", "How many", unsaid: 50);

        public ListVerb(Func<IAnsiConsole> console)
            : base("list", "Lists the newest acts", ["alerts audit list", "alerts audit list --take 500 --json"], console)
        {
            Options.Add(take);
        }

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var log = services.Get<IAuditLog>();
            var wanted = invocation.Parsed.GetValue(take);
            var entries = new List<AuditEntry>();
            Page<AuditEntry>? page = null;
            do
            {
                page = await log.ListAsync(Math.Min(wanted - entries.Count, 500), page?.Next, cancellationToken);
                entries.AddRange(page.Items);
            }
            while (page.Next is not null && entries.Count < wanted);

            if (invocation.AsJson)
            {
                return invocation.Print(entries);
            }

            foreach (var entry in entries)
            {
                invocation.Say($"{entry.Number,6}  {entry.At:yyyy-MM-dd HH:mm:ss}Z  {entry.Act.Actor}  {entry.Act.Action}  {entry.Act.Target}{(entry.Act.Detail.Length > 0 ? $"  ({entry.Act.Detail})" : "")}");
            }

            return entries.Count > 0 ? AlertsCommandLine.Done : invocation.Say("There are none.");
        }
    }

    private sealed class VerifyVerb : Verb
    {
        private readonly Option<string?> known = new("--known") { Description = "The hash of an entry, kept from an earlier check; it must still be there" };

        public VerifyVerb(Func<IAnsiConsole> console)
            : base("verify", "Checks that nothing was changed, taken out or put in", ["alerts audit verify", "alerts audit verify --known 5f3c…"], console) => Options.Add(known);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var verdict = await AuditChain.VerifyAsync(services.Get<IAuditLog>(), invocation.Parsed.GetValue(known), cancellationToken);
            return verdict switch
            {
                AuditVerdict.Intact intact when invocation.AsJson => invocation.Print(new { intact = true, intact.Entries, intact.Head }),
                AuditVerdict.Intact intact => invocation.Say($"Intact: {intact.Entries} entries. Keep the newest hash elsewhere, to check against later: {intact.Head}"),
                AuditVerdict.Broken broken => invocation.Fail($"the audit log is broken at entry {broken.Number}: {broken.Why}."),
                _ => throw new InvalidOperationException($"Unknown verdict {verdict}."),
            };
        }
    }
}
