using Alerts.Core.Subscriptions;

namespace Alerts.Web.Access;

/// <summary>What a token in a link or header led to.</summary>
public abstract record Owner
{
    private Owner()
    {
    }

    public sealed record Of(Subscription Subscription) : Owner;

    /// <summary>Genuine, but too old or of an earlier sign-up: signing up again sends a new one.</summary>
    public sealed record Expired : Owner;

    /// <summary>Forged, cut or for another purpose, or its subscription was erased.</summary>
    public sealed record Unknown : Owner;
}
