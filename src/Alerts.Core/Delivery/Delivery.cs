using Alerts.Core.Alerting;
using Alerts.Core.Delivery.Providers;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>One alert or digest on its way to one subscription, with its attempts and outcome. The row is written before the message that carries it.</summary>
public sealed record Delivery
{
    /// <summary>Attempts kept in the row, newest last.</summary>
    public const int MaxAttemptsKept = 20;

    public required DeliveryId Id { get; init; }

    public required DeliveryContent Content { get; init; }

    public required ChannelKind Channel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DeliveryState State { get; init; }

    public int AttemptCount { get; init; }

    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];

    /// <summary>When a due delivery may be tried; a sweep re-sends its message some time after.</summary>
    public required DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>Who is sending, and until when that claim stands.</summary>
    public string? Owner { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The provider's or receiver's id of what it accepted.</summary>
    public string? ProviderId { get; init; }

    /// <summary>What the mail provider reported after it had taken the mail, newest last.</summary>
    public IReadOnlyList<ProviderReport> Reports { get; init; } = [];

    /// <summary>Why it was refused, given up or cancelled, or why it waits.</summary>
    public string? Reason { get; init; }

    /// <summary>For a digest: the alerts that it carries.</summary>
    public IReadOnlyList<string> AlertIds { get; init; } = [];

    /// <summary>For a mail to the operators: what it says.</summary>
    public MailNotice? Notice { get; init; }

    /// <summary>The store's concurrency stamp; null for a delivery not stored yet.</summary>
    public string? Version { get; init; }

    /// <summary>An alert on its way, due at once.</summary>
    public static Delivery Of(Alert alert, Subscription subscription) => new()
    {
        Id = new DeliveryId(alert.Id, subscription.Id),
        Content = DeliveryContent.Alert,
        Channel = subscription.Channel.Kind,
        CreatedAt = alert.CreatedAt,
        NextAttemptAt = alert.CreatedAt,
        AlertIds = [alert.Id],
    };

    public bool IsFinal => State is DeliveryState.Sent or DeliveryState.Refused or DeliveryState.GivenUp or DeliveryState.Cancelled;
}

public enum DeliveryContent
{
    Alert,
    Digest,

    /// <summary>The confirmation of a sign-up; the only thing a pending subscription gets.</summary>
    Confirmation,

    /// <summary>To a subscriber who has just confirmed.</summary>
    Welcome,

    /// <summary>A webhook's test event.</summary>
    Test,

    /// <summary>To the owner of a webhook: it was disabled.</summary>
    Notice,

    /// <summary>To those who run this installation: alarms and the daily heartbeat.</summary>
    Operator,
}

public enum DeliveryState
{
    Due,

    /// <summary>Claimed by an owner until a deadline.</summary>
    Sending,

    /// <summary>The provider or receiver accepted it.</summary>
    Sent,

    /// <summary>It will never be accepted.</summary>
    Refused,

    /// <summary>The retry schedule ran out.</summary>
    GivenUp,

    /// <summary>Its subscription left, or is not to be told any more.</summary>
    Cancelled,
}

/// <param name="Detail">Status and the first 1 KiB of the answer, or what went wrong.</param>
public sealed record DeliveryAttempt(DateTimeOffset At, int? Status, string Detail, int DurationMilliseconds);
