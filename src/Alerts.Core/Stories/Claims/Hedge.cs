namespace Alerts.Core.Stories.Claims;

/// <summary>How surely a claim is made, in its own words.</summary>
public enum Hedge
{
    Stated,
    Likely,
    Suspected,

    /// <summary>It is said not to be so.</summary>
    Denied,
}
