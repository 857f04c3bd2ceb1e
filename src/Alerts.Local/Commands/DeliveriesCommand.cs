using System.CommandLine;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts deliveries ...</c></summary>
internal sealed class DeliveriesCommand : Command
{
    public DeliveriesCommand(Func<IAnsiConsole> console)
        : base("deliveries", "What was sent, what was not, and why")
    {
        Add(new ListVerb(console));
        Add(new ResendVerb(console));
    }

    private sealed class ListVerb : Verb
    {
        private const int PageSize = 200;

        private readonly Option<DeliveryState?> state = new("--state") { Description = "Only those that stand so: due, sending, sent, refused, givenup, cancelled" };
        private readonly Option<string?> subscription = new("--subscription") { Description = "Only those of this subscription" };
        private readonly Option<int> take = CountOption.Create("--take", "How many", unsaid: 50);

        public ListVerb(Func<IAnsiConsole> console)
            : base("list", "Lists the newest deliveries, where each stands and why", ["alerts deliveries list --state due", "alerts deliveries list --subscription 5f3c… --json"], console)
        {
            Options.Add(state);
            Options.Add(subscription);
            Options.Add(take);
        }

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var deliveries = await ListAsync(services.Get<IDeliveryStore>(), invocation.Parsed, cancellationToken);
            if (invocation.AsJson)
            {
                return invocation.Print(deliveries.Select(delivery => new
                {
                    Id = delivery.Id.ToString(),
                    delivery.Content,
                    delivery.Channel,
                    delivery.State,
                    delivery.Reason,
                    delivery.CreatedAt,
                    NextAttemptAt = delivery.IsFinal ? (DateTimeOffset?)null : delivery.NextAttemptAt,
                    delivery.SentAt,
                    delivery.ProviderId,
                    delivery.AttemptCount,
                    delivery.Attempts,
                    delivery.Reports,
                }));
            }

            foreach (var delivery in deliveries)
            {
                var next = delivery.IsFinal ? "" : $", next {delivery.NextAttemptAt:yyyy-MM-dd HH:mm:ss}Z";
                var why = delivery.Reason ?? (delivery.Attempts is [.., var last] ? last.Detail : "");
                invocation.Say($"{delivery.CreatedAt:yyyy-MM-dd HH:mm:ss}Z  {delivery.Channel,-7} {delivery.Content,-12} {delivery.State,-9} {delivery.AttemptCount,2} tries{next}  {delivery.Id}{(why.Length > 0 ? $"  {why}" : "")}");
            }

            return deliveries.Count > 0 ? AlertsCommandLine.Done : invocation.Say("There are none.");
        }

        private async Task<List<Delivery>> ListAsync(IDeliveryStore store, ParseResult parsed, CancellationToken cancellationToken)
        {
            var wanted = parsed.GetValue(take);
            var found = new List<Delivery>();
            Page<Delivery>? page = null;
            do
            {
                page = await store.ListAsync(parsed.GetValue(subscription), parsed.GetValue(state), Math.Min(wanted - found.Count, PageSize), page?.Next, cancellationToken);
                found.AddRange(page.Items);
            }
            while (page.Next is not null && found.Count < wanted);
            return found;
        }
    }

    private sealed class ResendVerb : Verb
    {
        private readonly Argument<string> delivery = new("delivery") { Description = "Its id" };

        public ResendVerb(Func<IAnsiConsole> console)
            : base("resend", "Sends a delivery again that has come to its end", ["alerts deliveries resend 0123….4567…"], console) => Arguments.Add(delivery);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var text = invocation.Parsed.GetValue(delivery)!;
            await using var services = await invocation.OpenAsync(cancellationToken);
            if (DeliveryId.TryParse(text) is not { } id || await services.Get<IDeliveryStore>().GetAsync([id], cancellationToken) is not [var found])
            {
                return invocation.Fail($"There is no delivery '{text}'. See: alerts deliveries list");
            }

            if (await services.Get<Resending>().ResendAsync(found, cancellationToken) is null)
            {
                return invocation.Fail($"The delivery is {found.State.ToString().ToLowerInvariant()}: it is still on its way and needs no resending.");
            }

            await services.AuditAsync("resendDelivery", $"/api/deliveries/{id}", cancellationToken);
            return invocation.AsJson ? invocation.Print(new { resent = text }) : invocation.Say("It is on its way again.");
        }
    }
}
