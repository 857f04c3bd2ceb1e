using System.CommandLine;
using System.Security.Cryptography;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SubscribersAddVerb : Verb
{
    private readonly Argument<string> target = new("target") { Description = "An email address, or the https URL of a webhook" };
    private readonly Option<string[]> topics = new("--topic") { Description = "What it is told about", DefaultValueFactory = _ => ["dprk-crypto", "exchange-hack"] };
    private readonly Option<Cadence> cadence = new("--cadence") { Description = "How often" };
    private readonly Option<string[]> languages = new("--language") { Description = "Only articles in these languages", DefaultValueFactory = _ => [] };

    public SubscribersAddVerb(Func<IAnsiConsole> console)
        : base(
            "add",
            "Adds a subscription that is active at once: for addresses whose owners have agreed elsewhere",
            ["alerts subscribers add desk@example.org --topic dprk-crypto --cadence daily", "alerts subscribers add https://siem.example.org/hook"],
            console)
    {
        Arguments.Add(target);
        Options.Add(topics);
        Options.Add(cadence);
        Options.Add(languages);
    }

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var text = invocation.Parsed.GetValue(target)!;
        var isUrl = Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http";
        if (!isUrl && !EmailAddress.TryNormalise(text, out _))
        {
            return invocation.Misuse($"'{text}' is neither an email address nor the URL of a webhook.");
        }

        EmailAddress.TryNormalise(text, out var address);
        var secret = isUrl ? "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) : null;
        var channel = isUrl ? new Channel(ChannelKind.Webhook, url!.AbsoluteUri) { Secrets = [new WebhookSecret(secret!)] } : new Channel(ChannelKind.Email, text.Trim());
        var now = TimeProvider.System.GetUtcNow();
        var subscription = new Subscription
        {
            Id = Subscription.IdOf(channel.Kind, isUrl ? url!.AbsoluteUri : address!),
            Channel = channel,
            Topics = invocation.Parsed.GetValue(topics)!,
            Languages = invocation.Parsed.GetValue(languages)!,
            Cadence = invocation.Parsed.GetValue(cadence),
            Status = SubscriptionStatus.Active,
            Consent = new Consent(now, RequestedFrom: null, "operator", now),
            CreatedAt = now,
            ConfirmedAt = now,
        };
        await using var services = await invocation.OpenAsync(cancellationToken);
        if (address is not null && await services.Get<IErasedAddresses>().FindAsync(services.Get<AddressHashes>().Of(address), cancellationToken) is not null)
        {
            return invocation.Fail($"The owner of {text} had everything erased: only they can sign it up again, at /subscribe.");
        }

        if (await services.Get<ISubscriptionStore>().TrySaveAsync(subscription, cancellationToken) is null)
        {
            return invocation.Fail($"{text} is subscribed already, as {subscription.Id}.");
        }

        await services.AuditAsync(secret is null ? "addSubscription" : "addWebhook", $"/api/subscriptions/{subscription.Id}", cancellationToken);
        if (invocation.AsJson)
        {
            return invocation.Print(new { subscription.Id, secret });
        }

        invocation.Say($"Added {text} as {subscription.Id}.");
        return secret is null ? AlertsCommandLine.Done : invocation.Say($"Its signing secret, shown only now: {secret}");
    }
}
