namespace Alerts.Infrastructure.Storage;

/// <summary>The tables. Letters and digits only: the service allows nothing else.</summary>
public static class TableNames
{
    public const string Sources = "sources";
    public const string Articles = "articles";
    public const string ArticleLog = "articlelog";
    public const string Stories = "stories";
    public const string StoryLog = "storylog";
    public const string StoryKeys = "storykeys";
    public const string Incidents = "incidents";
    public const string IncidentLog = "incidentlog";
    public const string Hits = "hits";
    public const string Subscriptions = "subscriptions";
    public const string ApiKeys = "apikeys";
    public const string Alerts = "alerts";
    public const string HeldAlerts = "heldalerts";
    public const string AlertHolders = "alertholders";
    public const string Deliveries = "deliveries";
    public const string DeliveryLog = "deliverylog";
    public const string DeliveriesBySubscription = "deliveriesbysubscription";
    public const string UnfinishedDeliveries = "unfinisheddeliveries";
    public const string Budgets = "budgets";
    public const string Operations = "operations";
    public const string Heartbeats = "heartbeats";
    public const string OwnTopics = "owntopics";
    public const string Owned = "owned";
    public const string AuditLog = "auditlog";
    public const string Suppressions = "suppressions";
    public const string ChannelPauses = "channelpauses";
    public const string MessageFailures = "messagefailures";
    public const string Evidence = "evidence";
    public const string Allowances = "allowances";
    public const string ErasedAddresses = "erasedaddresses";
    public const string Limits = "limits";
    public const string HitFeedback = "hitfeedback";

    public static IReadOnlyList<string> All { get; } =
    [
        Sources, Articles, ArticleLog, Stories, StoryLog, StoryKeys, Incidents, IncidentLog, Hits, Subscriptions, ApiKeys, Alerts, HeldAlerts, AlertHolders,
        Deliveries, DeliveryLog, DeliveriesBySubscription, UnfinishedDeliveries, Budgets, Operations, Heartbeats, OwnTopics, Owned, AuditLog,
        Suppressions, ChannelPauses, MessageFailures, Evidence, Allowances, ErasedAddresses, Limits, HitFeedback,
    ];
}
