namespace Alerts.Core.Delivery.Webhooks;

/// <summary>The types of events. Receivers must pass over types that they do not know.</summary>
public static class WebhookEvents
{
    public const string AlertCreated = "alert.created";
    public const string AlertUpdated = "alert.updated";
    public const string DigestCreated = "digest.created";
    public const string Test = "test";
}
