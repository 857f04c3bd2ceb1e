using Alerts.Core.Messaging;

namespace Alerts.Core.Delivery.Webhooks;

/// <summary>What an endpoint of format Standard gets; <c>webhook-v1.schema.json</c> describes it. Members may be added to version 1, never changed or taken away.</summary>
/// <param name="Type">One of <see cref="WebhookEvents"/>.</param>
/// <param name="Timestamp">When the event happened; the same in every attempt.</param>
public sealed record WebhookPayload(string Type, DateTimeOffset Timestamp, int Version, WebhookData Data)
{
    public const int CurrentVersion = 1;

    public byte[] ToBytes() => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(this, MessageJson.Options);
}

/// <summary>Which members are there depends on the type: <c>items</c> for a digest, <c>message</c> for a test, the others for an alert.</summary>
/// <param name="DeliveryId">Under which this delivery is found in the log.</param>
public sealed record WebhookData(string DeliveryId, string SubscriptionId)
{
    public PayloadAlert? Alert { get; init; }

    public PayloadStory? Story { get; init; }

    /// <summary>The incident that the story is of, with what all its stories say.</summary>
    public PayloadIncident? Incident { get; init; }

    /// <summary>For an update.</summary>
    public IReadOnlyList<PayloadChange>? Changes { get; init; }

    public IReadOnlyList<PayloadHit>? Hits { get; init; }

    /// <summary>Hits that did not fit; the story's page has them.</summary>
    public int? HitsOmitted { get; init; }

    /// <summary>For a digest.</summary>
    public IReadOnlyList<PayloadDigestItem>? Items { get; init; }

    /// <summary>Stories that did not fit.</summary>
    public int? ItemsOmitted { get; init; }

    public string? Message { get; init; }
}

public sealed record PayloadDigestItem(PayloadAlert Alert, PayloadStory Story, IReadOnlyList<PayloadChange>? Changes);

/// <param name="Sequence">1 for the first alert of a story.</param>
/// <param name="Exposure">Why it concerns this subscription more than others; absent where it does not.</param>
public sealed record PayloadAlert(string Id, int Sequence, DateTimeOffset CreatedAt, PayloadExposure? Exposure = null);

/// <param name="Watched">As it stands on the subscription's watch list.</param>
/// <param name="Name">Canonical, where it is known.</param>
/// <param name="Written">As an article writes it.</param>
public sealed record PayloadExposure(string Watched, string Name, string? Written, string Reason);

public sealed record PayloadChange(string Fact, string? From, string To);
