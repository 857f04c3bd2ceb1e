using Alerts.Core.Delivery.Providers;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>What came in at the event webhook.</summary>
public abstract record SendGridEventCall
{
    private SendGridEventCall()
    {
    }

    public sealed record Genuine(IReadOnlyList<ProviderEvent> Events) : SendGridEventCall;

    /// <summary>Forged or stale: nothing of it may be believed.</summary>
    public sealed record Refused(string Why) : SendGridEventCall;

    /// <summary>Signed by the provider, yet no array of events.</summary>
    public sealed record Garbled : SendGridEventCall;

    /// <summary>No verification key is configured, so no call can be believed.</summary>
    public sealed record NotSetUp : SendGridEventCall;
}
