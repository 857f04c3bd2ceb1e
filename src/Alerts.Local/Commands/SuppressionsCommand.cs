using System.CommandLine;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts suppressions ...</c></summary>
internal sealed class SuppressionsCommand : Command
{
    public SuppressionsCommand(Func<IAnsiConsole> console)
        : base("suppressions", "The addresses that are not mailed")
    {
        Add(new ListVerb(console));
        Add(new AddVerb(console));
        Add(new RemoveVerb(console));
    }

    private sealed class ListVerb(Func<IAnsiConsole> console) : Verb("list", "Lists them, with the reasons", ["alerts suppressions list --json"], console)
    {
        private const int PageSize = 200;

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var all = new List<(Suppression Entry, string? Address)>();
            Page<Suppression>? page = null;
            do
            {
                page = await services.Get<ISuppressionStore>().ListAsync(PageSize, page?.Next, cancellationToken);
                var known = (await services.Get<ISubscriptionStore>().GetAsync([.. page.Items.Select(item => item.SubscriptionId)], cancellationToken)).ToDictionary(item => item.Id);
                all.AddRange(page.Items.Select(item => (item, known.GetValueOrDefault(item.SubscriptionId)?.Channel.Target)));
            }
            while (page.Next is not null);

            if (invocation.AsJson)
            {
                return invocation.Print(all.Select(item => new { Id = item.Entry.SubscriptionId, item.Address, item.Entry.Kind, item.Entry.Reason, item.Entry.At, item.Entry.By }));
            }

            foreach (var (entry, address) in all)
            {
                invocation.Say($"{(string.IsNullOrEmpty(address) ? entry.SubscriptionId : address),-34} {entry.Kind,-13} {entry.At:yyyy-MM-dd}  {entry.By}{(entry.Reason.Length > 0 ? $"  {entry.Reason}" : "")}");
            }

            return all.Count > 0 ? AlertsCommandLine.Done : invocation.Say("There are none.");
        }
    }

    private sealed class AddVerb : Verb
    {
        private readonly Argument<string> address = new("address") { Description = "An email address, subscribed or not" };
        private readonly Option<string> reason = new("--reason") { Description = "Why", Required = true };

        public AddVerb(Func<IAnsiConsole> console)
            : base("add", "Mails an address no more", ["alerts suppressions add somebody@example.org --reason \"asked by letter\""], console)
        {
            Arguments.Add(address);
            Options.Add(reason);
        }

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var (text, why) = (invocation.Parsed.GetValue(address)!, invocation.Parsed.GetValue(reason)!);
            await using var services = await invocation.OpenAsync(cancellationToken);
            if (await services.Get<Suppressions>().AddAsync(text, why, $"command line:{Environment.UserName}", cancellationToken) is not { } id)
            {
                return invocation.Misuse($"'{text}' is no email address.");
            }

            await services.AuditAsync("addSuppression", $"/api/suppressions/{id}", cancellationToken, why);
            return invocation.AsJson ? invocation.Print(new { id }) : invocation.Say($"{text} is mailed no more.");
        }
    }

    private sealed class RemoveVerb : Verb
    {
        private readonly Argument<string> address = new("address") { Description = "The email address or the id" };

        public RemoveVerb(Func<IAnsiConsole> console)
            : base("remove", "Takes an address off the list", ["alerts suppressions remove somebody@example.org"], console) => Arguments.Add(address);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var text = invocation.Parsed.GetValue(address)!;
            var id = EmailAddress.TryNormalise(text, out var normalised) ? Subscription.IdOf(ChannelKind.Email, normalised) : text;
            await using var services = await invocation.OpenAsync(cancellationToken);
            if (!await services.Get<Suppressions>().RemoveAsync(id, cancellationToken))
            {
                return invocation.Fail($"'{text}' is not on the list. See: alerts suppressions list");
            }

            await services.AuditAsync("removeSuppression", $"/api/suppressions/{id}", cancellationToken);
            return invocation.AsJson ? invocation.Print(new { removed = id }) : invocation.Say($"{text} is off the list.");
        }
    }
}
