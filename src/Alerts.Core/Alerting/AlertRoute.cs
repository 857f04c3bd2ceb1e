namespace Alerts.Core.Alerting;

/// <summary>What one subscription gets of one alert.</summary>
public abstract record AlertRoute
{
    private AlertRoute()
    {
    }

    /// <summary>Deliver it at once.</summary>
    public sealed record Now : AlertRoute;

    /// <summary>Keep it for the next digest, or for the end of quiet hours.</summary>
    public sealed record Hold(string Reason) : AlertRoute;

    /// <summary>Not for this subscription.</summary>
    public sealed record Skip(string Reason) : AlertRoute;
}
