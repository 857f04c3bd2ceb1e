using Alerts.Core.Delivery.Suppressing;

namespace Alerts.Core.Delivery.Providers;

/// <summary>What an event of the provider says of a delivery and of its reader. Pure.</summary>
public static class ProviderEventRules
{
    /// <summary>Reports kept with a delivery, newest last.</summary>
    public const int MaxReportsKept = 10;

    /// <summary>The provider states whole seconds, by a clock of its own.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The delivery after the event; null where nothing is to be written: a repeat, or what is known already. One that was claimed but
    /// not recorded, or whose answer was lost, is sent once its provider says that it has it: that closes the window between a provider's
    /// acceptance and our record.
    /// </summary>
    public static Delivery? After(Delivery delivery, ProviderEvent happened)
    {
        if (happened.Kind == ProviderEventKind.Other || delivery.Reports.Any(report => report.EventId == happened.EventId && report.EventId.Length > 0))
        {
            return null;
        }

        if (ProvesSending(delivery, happened))
        {
            return Reported(delivery, happened) with
            {
                State = DeliveryState.Sent,
                SentAt = happened.At,
                ProviderId = happened.ProviderId ?? delivery.ProviderId,
                Reason = "known from the provider's event: its answer was not recorded",
                Owner = null,
                ClaimedUntil = null,
            };
        }

        // That the provider took it is what its answer said already.
        return happened.Kind == ProviderEventKind.Accepted ? null : Reported(delivery, happened);
    }

    /// <returns>Why nothing more may be sent to the reader; null where the event is no reason for that.</returns>
    public static SuppressionKind? Suppresses(ProviderEventKind kind) => kind switch
    {
        ProviderEventKind.Bounced => SuppressionKind.Bounced,
        ProviderEventKind.Dropped => SuppressionKind.Dropped,
        ProviderEventKind.Complained => SuppressionKind.Complained,
        ProviderEventKind.Unsubscribed => SuppressionKind.Unsubscribed,
        _ => null,
    };

    private static bool ProvesSending(Delivery delivery, ProviderEvent happened) =>
        happened.Kind is not (ProviderEventKind.Dropped or ProviderEventKind.Other) && LastStart(delivery) is { } start && happened.At >= start - Skew;

    /// <summary>When the attempt began of which it is not known that it succeeded; null where there is none.</summary>
    private static DateTimeOffset? LastStart(Delivery delivery) => delivery switch
    {
        { State: DeliveryState.Sending, ClaimedUntil: { } until } => until - DeliveryClaims.ClaimFor,
        { State: DeliveryState.Due or DeliveryState.GivenUp, AttemptCount: > 0, Attempts: [.., var last] } => last.At - TimeSpan.FromMilliseconds(last.DurationMilliseconds),
        _ => null,
    };

    private static Delivery Reported(Delivery delivery, ProviderEvent happened) => delivery with
    {
        Reports = [.. delivery.Reports.TakeLast(MaxReportsKept - 1), new ProviderReport(happened.EventId, happened.Kind, happened.At, happened.Reason)],
    };
}
