namespace Alerts.Core.Messaging;

/// <summary>The queues between the stages, in the order of the flow. Both hosts read the names here.</summary>
public static class QueueNames
{
    public const string Fetch = "fetch";
    public const string Read = "read";
    public const string Announce = "announce";
    public const string Email = "email";
    public const string Webhook = "webhook";

    public static IReadOnlyList<string> All { get; } = [Fetch, Read, Announce, Email, Webhook];

    /// <summary>Where a message goes that failed five times; the name is the Functions host's own.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}
