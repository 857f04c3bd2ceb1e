using Alerts.Core.Operations;
using Alerts.Core.Sources;

namespace Alerts.Web.Api.Views;

/// <summary>A source and how it does.</summary>
/// <param name="IntervalMinutes">As an operator set it; absent where the source's rhythm decides.</param>
/// <param name="Alerted">How soon its news went out as alerts; of one source only, not in listings.</param>
/// <param name="History">The last changes of health, newest first.</param>
public sealed record SourceView(
    string Id, string Name, SourceKind Kind, string? Url, string Publisher, SourceTier Tier, string? Language, bool Enabled, double? IntervalMinutes, double? ExpectedMaxSilenceHours,
    DateTimeOffset AddedAt, SourceHealth Health, string? Reason, int? LastStatus, DateTimeOffset? LastPolledAt, DateTimeOffset? LastOkAt, DateTimeOffset? LastNewEntryAt,
    DateTimeOffset? NextPollAt, int ConsecutiveFailures, double EntriesPerDay, SourceLag? PublishedToSeen, SourceLatency? Alerted, IReadOnlyList<HealthChange> History)
{
    public static SourceView Of(Source source) => Of(source, latency: null);

    public static SourceView Of(Source source, SourceLatency? latency)
    {
        ArgumentNullException.ThrowIfNull(source);
        var state = source.State;
        return new(
            source.Id, source.Name, source.Kind, source.Url?.AbsoluteUri, source.Publisher, source.Tier, source.Language, source.Enabled, source.Interval?.TotalMinutes,
            source.ExpectedMaxSilence?.TotalHours, source.AddedAt, state.Health, state.Reason, state.LastStatus, state.LastPolledAt, state.LastOkAt, state.LastNewEntryAt,
            state.NextPollAt == default ? null : state.NextPollAt, state.ConsecutiveFailures, Math.Round(state.EntriesPerDay, 2), SourceLag.Of(state), latency, state.History);
    }
}
