namespace Alerts.Core.Sources.WebSub;

/// <summary>
/// When to ask a hub, and when to believe it. Hubs forget, lapse and drop; polling stays the truth and only slows down while pushes
/// keep arriving and polls find nothing that was not pushed.
/// </summary>
public static class HubRules
{
    /// <summary>Asked again every day, whatever lease the hub granted: asking early renews, and no lease is shorter in practice.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromDays(1);

    /// <summary>What is asked for, so that some failed renewals do no harm.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromDays(10);

    private static readonly TimeSpan Trusted = TimeSpan.FromDays(3);

    /// <param name="hub">As the document or the Link header announces it.</param>
    /// <param name="self">The feed's own address, as announced; the one polled where it is not.</param>
    public static HubLease? Announced(HubLease? known, string? hub, string? self, Uri polled)
    {
        ArgumentNullException.ThrowIfNull(polled);
        if (!Uri.TryCreate(polled, hub ?? "", out var at) || string.IsNullOrWhiteSpace(hub) || at.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var topic = !string.IsNullOrWhiteSpace(self) && Uri.TryCreate(polled, self, out var own) && own.Scheme is "http" or "https" ? own : polled;
        return known is not null && known.Hub == at && known.Topic == topic ? known : new HubLease(at, topic);
    }

    public static bool IsDue(HubLease lease, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return lease.AskedAt is not { } asked || now - asked >= Renewal;
    }

    public static bool IsTrusted(HubLease? lease, DateTimeOffset now) =>
        lease is { PushedAt: { } pushed, AskedAt: { } asked } && now - pushed < Trusted && now - asked < Trusted;

    /// <summary>What a poll tells of the hub: whether the push was what brought us here, or the hub missed something.</summary>
    public static HubLease? AfterPoll(HubLease? lease, bool pushed, int newEntries, DateTimeOffset now) =>
        lease is null ? null
        : pushed ? lease with { PushedAt = now }
        : newEntries > 0 ? lease with { PushedAt = null }
        : lease;

    /// <summary>The form that asks a hub to push.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Form(HubLease lease, Uri callback, string secret)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(callback);
        return
        [
            new("hub.mode", "subscribe"),
            new("hub.topic", lease.Topic.AbsoluteUri),
            new("hub.callback", callback.AbsoluteUri),
            new("hub.secret", secret),
            new("hub.lease_seconds", ((long)Lease.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }
}
