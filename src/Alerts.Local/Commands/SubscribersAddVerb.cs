using System.CommandLine;
using System.Security.Cryptography;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Matching.Own;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Web.Api;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SubscribersAddVerb : Verb
{
    /// <summary>Who asked, in the record of consent.</summary>
    private const string ByOperator = "operator";

    private readonly Argument<string> target = new("target") { Description = "An email address, or the https URL of a webhook" };
    private readonly Option<string[]> topics = new("--topic") { Description = "What it is told about", DefaultValueFactory = _ => [BuiltInTopics.DprkCrypto, BuiltInTopics.ExchangeHack] };
    private readonly Option<Cadence> cadence = new("--cadence") { Description = "How often" };
    private readonly Option<string[]> languages = new("--language") { Description = "Only articles in these languages", DefaultValueFactory = _ => [] };
    private readonly Option<string?> severity = new("--severity") { Description = "Only from this severity on: low, medium, high or critical" };
    private readonly Option<string[]> watchWords = new("--watch") { Description = "A word or counterparty whose naming raises the severity", DefaultValueFactory = _ => [] };
    private readonly Option<string?> zone = new("--time-zone") { Description = "For digests: an IANA name such as Europe/Berlin [Etc/UTC]" };

    public SubscribersAddVerb(Func<IAnsiConsole> console)
        : base(
            "add",
            "Adds a subscription that is active at once: for addresses whose owners have agreed elsewhere",
            ["alerts subscribers add desk@example.org --topic dprk-crypto --cadence daily", "alerts subscribers add https://siem.example.org/hook"],
            console)
    {
        Arguments.Add(target);
        foreach (var option in (Option[])[topics, cadence, languages, severity, watchWords, zone])
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var text = invocation.Parsed.GetValue(target)!;
        await using var services = await invocation.OpenAsync(cancellationToken);
        var topicsThatAre = services.Get<TopicChoices>().Public;
        var (fresh, address) = EmailAddress.TryNormalise(text, out var normalised)
            ? (Reader(text.Trim(), normalised), normalised)
            : (Endpoint(services.Get<WebhookRequestRules>(), text, topicsThatAre), null);
        var (subscription, errors) = PreferenceRules.Apply(fresh, Wanted(invocation.Parsed), topicsThatAre);
        if (errors.Count > 0)
        {
            return invocation.Misuse(string.Join("; ", errors.Select(error => $"{error.Field} {error.Message}")) + ".");
        }

        if (address is not null && await services.Get<IErasedAddresses>().FindAsync(services.Get<AddressHashes>().Of(address), cancellationToken) is not null)
        {
            return invocation.Fail($"The owner of {text} had everything erased: only they can sign it up again, at /subscribe.");
        }

        if (await services.Get<ISubscriptionStore>().TrySaveAsync(subscription, cancellationToken) is null)
        {
            return invocation.Fail($"{text} is subscribed already, as {subscription.Id}.");
        }

        var secret = subscription.Channel.Secrets.Count > 0 ? subscription.Channel.Secrets[0].Value : null;
        await services.AuditAsync(secret is null ? "addSubscription" : "addWebhook", $"/api/subscriptions/{subscription.Id}", cancellationToken);
        if (invocation.AsJson)
        {
            return invocation.Print(new { subscription.Id, secret });
        }

        invocation.Say($"Added {text} as {subscription.Id}.");
        return secret is null ? AlertsCommandLine.Done : invocation.Say($"Its signing secret, shown only now: {secret}");
    }

    private Preferences Wanted(ParseResult parsed) => new()
    {
        Topics = parsed.GetValue(topics),
        Cadence = parsed.GetValue(cadence),
        Languages = parsed.GetValue(languages),
        MinimumSeverity = parsed.GetValue(severity),
        WatchWords = parsed.GetValue(watchWords),
        TimeZone = parsed.GetValue(zone),
    };

    private static Subscription Reader(string text, string address)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new Subscription
        {
            Id = Subscription.IdOf(ChannelKind.Email, address),
            Channel = new Channel(ChannelKind.Email, text),
            Topics = [],
            Status = SubscriptionStatus.Active,
            Consent = new Consent(now, RequestedFrom: null, ByOperator, now),
            CreatedAt = now,
            ConfirmedAt = now,
        };
    }

    /// <exception cref="UsageException">It cannot be called.</exception>
    private static Subscription Endpoint(WebhookRequestRules rules, string text, IReadOnlyCollection<string> topicsThatAre)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            throw new UsageException($"'{text}' is neither an email address nor the URL of a webhook.");
        }

        var secret = WebhookSecretKey.Format(RandomNumberGenerator.GetBytes(WebhookSecretKey.MaxBytes / 2));
        return rules.Create(new WebhookBody { Url = text }, secret, topicsThatAre) switch
        {
            ({ } subscription, _) => subscription with { Consent = subscription.Consent! with { Source = ByOperator } },
            var (_, problem) => throw new UsageException(problem!.ProblemDetails.Detail!),
        };
    }
}
