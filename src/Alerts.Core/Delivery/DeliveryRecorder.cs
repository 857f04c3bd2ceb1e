using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Writes what an attempt led to, and does what follows from it: another try, or no more mails to a mailbox that is not there. Whoever
/// sends waits for the record before he goes on; those who wait at the same time are written together.
/// </summary>
public sealed class DeliveryRecorder(
    IDeliveryStore deliveries, Suppressions suppressions, DeliveryDispatch dispatch, IActivityObserver observer, IDice dice, TimeProvider time)
{
    private readonly GatheredWrites<(Delivery Row, DateTimeOffset Until), Delivery?> writes = new(records =>
        deliveries.TryRecordAsync([.. records.Select(record => record.Row)], records.Max(record => record.Until), CancellationToken.None));

    public async Task RecordAsync(IReadOnlyList<(Delivery Claimed, SendOutcome Outcome, TimeSpan Took)> attempts, CancellationToken cancellationToken)
    {
        foreach (var (claimed, outcome, _) in attempts)
        {
            await SuppressAsync(claimed, outcome, cancellationToken);
        }

        // Once the claim has run out somebody else may send: until then a record is worth trying.
        var recorded = await writes.WriteAsync(
            [.. attempts.Select(attempt => (After(attempt.Claimed, attempt.Outcome, attempt.Took), attempt.Claimed.ClaimedUntil ?? time.GetUtcNow()))]);
        for (var i = 0; i < attempts.Count; i++)
        {
            if (recorded[i] is { } delivery)
            {
                await FollowAsync(delivery, cancellationToken);
            }
        }
    }

    private Delivery After(Delivery claimed, SendOutcome outcome, TimeSpan took)
    {
        var now = time.GetUtcNow();
        var released = claimed with { Owner = null, ClaimedUntil = null };
        return outcome switch
        {
            SendOutcome.Delivered sent => Log(released, sent.Status, sent.Detail) with { State = DeliveryState.Sent, SentAt = now, ProviderId = sent.ProviderId },
            SendOutcome.Refused refused => Log(released, refused.Status, refused.Why) with { State = DeliveryState.Refused, Reason = refused.Why },
            SendOutcome.EndpointGone gone => Log(released, gone.Status, gone.Why) with { State = DeliveryState.Refused, Reason = gone.Why },
            SendOutcome.RetryLater later => Postpone(Log(released, later.Status, later.Why), later, now),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };

        Delivery Log(Delivery delivery, int? status, string detail) => delivery with
        {
            Attempts = [.. delivery.Attempts.TakeLast(Delivery.MaxAttemptsKept - 1), new DeliveryAttempt(now, status, detail, (int)took.TotalMilliseconds)],
        };
    }

    private Delivery Postpone(Delivery delivery, SendOutcome.RetryLater later, DateTimeOffset now) =>
        RetrySchedule.Of(delivery.Channel).Next(delivery.AttemptCount, later.After, dice.Roll()) is RetryDecision.Retry retry
            ? delivery with { State = DeliveryState.Due, NextAttemptAt = now + retry.Delay, Reason = later.Why }
            : delivery with { State = DeliveryState.GivenUp, Reason = $"{later.Why}; given up after {delivery.AttemptCount} attempts" };

    /// <summary>Before the record: a crash between the two repeats it, which changes nothing. Owners of webhooks and operators are no subscribers.</summary>
    private async Task SuppressAsync(Delivery claimed, SendOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is SendOutcome.EndpointGone gone && claimed is { Channel: ChannelKind.Email, Content: not (DeliveryContent.Notice or DeliveryContent.Operator) })
        {
            await suppressions.SuppressAsync(new Suppression(claimed.Id.SubscriptionId, SuppressionKind.Bounced, gone.Why, time.GetUtcNow(), "mail server"), cancellationToken);
        }
    }

    private async Task FollowAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        observer.Observe(new Activity.DeliveryDone(
            delivery.Channel.ToString(), delivery.Content.ToString(), delivery.State.ToString(), delivery.Attempts is [.., var last] ? last.Detail : ""));
        if (delivery.State == DeliveryState.Due)
        {
            await dispatch.CarryAsync([delivery], delivery.NextAttemptAt - time.GetUtcNow(), cancellationToken);
        }
    }
}
