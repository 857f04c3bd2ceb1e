using System.CommandLine;
using Alerts.Core.Subscriptions;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SubscribersRemoveVerb : Verb
{
    private readonly Argument<string> target = new("target") { Description = "The address, the URL or the id" };

    public SubscribersRemoveVerb(Func<IAnsiConsole> console)
        : base("remove", "Erases a subscription and what is kept of its owner", ["alerts subscribers remove desk@example.org"], console) => Arguments.Add(target);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var text = invocation.Parsed.GetValue(target)!;
        var id = EmailAddress.TryNormalise(text, out var address) ? Subscription.IdOf(ChannelKind.Email, address)
            : Uri.TryCreate(text, UriKind.Absolute, out var url) ? Subscription.IdOf(ChannelKind.Webhook, url.AbsoluteUri)
            : text;
        await using var services = await invocation.OpenAsync(cancellationToken);
        if (!await services.Get<ISubscriptionStore>().RemoveAsync(id, cancellationToken))
        {
            return invocation.Fail($"There is no subscription of '{text}'. See: alerts subscribers list");
        }

        await services.AuditAsync("eraseSubscription", $"/api/subscriptions/{id}", cancellationToken);
        return invocation.AsJson ? invocation.Print(new { removed = id }) : invocation.Say($"Removed {text}.");
    }
}
