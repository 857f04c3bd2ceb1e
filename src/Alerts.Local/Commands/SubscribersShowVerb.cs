using System.CommandLine;
using System.Globalization;
using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions;
using Alerts.Web.Api.Views;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SubscribersShowVerb : Verb
{
    private const int DeliveriesShown = 10;

    private readonly Argument<string> target = new("target") { Description = "The address, the URL or the id" };

    public SubscribersShowVerb(Func<IAnsiConsole> console)
        : base("show", "Shows a subscriber: every channel, its preferences, consent, topics and what was sent last", ["alerts subscribers show desk@example.org"], console) => Arguments.Add(target);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var text = invocation.Parsed.GetValue(target)!;
        await using var services = await invocation.OpenAsync(cancellationToken);
        if (await services.Get<PersonalData>().ExportAsync(SubscriberId.Of(text), cancellationToken) is not { } record)
        {
            return invocation.Fail($"There is no subscription of '{text}'. See: alerts subscribers list");
        }

        return invocation.AsJson ? invocation.Print(PersonalDataView.Of(record)) : Show(invocation, record);
    }

    private static int Show(Invocation invocation, PersonalRecord record)
    {
        foreach (var channel in record.Channels)
        {
            invocation.Say($"{channel.Channel.Target}  ({channel.Channel.Kind.ToString().ToLowerInvariant()}, {channel.Status.ToString().ToLowerInvariant()}{(channel.StatusReason is null ? "" : ": " + channel.StatusReason)}, {channel.Id})");
            invocation.Say($"  topics    {string.Join(", ", channel.Topics.Select(id => record.Topics.FirstOrDefault(topic => topic.Id == id)?.Name ?? id))}");
            invocation.Say($"  told      {Cadence(channel)}, from {channel.MinimumSeverity} on{(channel.MaxAlertsPerDay is { } most ? string.Create(CultureInfo.InvariantCulture, $", at most {most} a day") : "")}");
            invocation.Say($"  watches   {(channel.WatchWords.Count == 0 ? "nothing" : string.Join(", ", channel.WatchWords))}");
            invocation.Say($"  consent   {Consent(channel.Consent)}");
        }

        foreach (var topic in record.Topics)
        {
            invocation.Say(string.Create(CultureInfo.InvariantCulture, $"own topic   {topic.Name}, version {topic.Current.Number} of {topic.Current.SavedAt:yyyy-MM-dd}: {topic.Current.Text.ReplaceLineEndings(" ")}"));
        }

        invocation.Say(string.Create(CultureInfo.InvariantCulture, $"held        {record.Held.Count} alerts"));
        foreach (var delivery in record.Deliveries.Take(DeliveriesShown))
        {
            invocation.Say(string.Create(
                CultureInfo.InvariantCulture, $"delivery    {delivery.CreatedAt:yyyy-MM-dd HH:mm} {delivery.Content.ToString().ToLowerInvariant()} {delivery.State.ToString().ToLowerInvariant()} {delivery.Reason}"));
        }

        return AlertsCommandLine.Done;
    }

    private static string Cadence(Subscription channel) => channel.Cadence switch
    {
        Core.Subscriptions.Cadence.Daily => string.Create(CultureInfo.InvariantCulture, $"daily at {channel.DigestAt:HH:mm} {channel.TimeZone}"),
        Core.Subscriptions.Cadence.Weekly => string.Create(CultureInfo.InvariantCulture, $"on {channel.DigestDay} at {channel.DigestAt:HH:mm} {channel.TimeZone}"),
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string Consent(Consent? consent) => consent is null ? "none recorded" : string.Create(
        CultureInfo.InvariantCulture,
        $"asked {consent.RequestedAt:yyyy-MM-dd HH:mm} UTC by {consent.Source}{(consent.RequestedFrom is null ? "" : " from " + consent.RequestedFrom)}{(consent.ConfirmedAt is { } at ? $", confirmed {at:yyyy-MM-dd HH:mm} UTC" : "")}{(consent.Wording is null ? "" : ", wording " + consent.Wording)}");
}
