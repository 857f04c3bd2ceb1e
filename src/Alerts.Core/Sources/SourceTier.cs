namespace Alerts.Core.Sources;

public enum SourceTier
{
    /// <summary>Governments, agencies of law enforcement, regulators, CERTs.</summary>
    Official = 1,

    /// <summary>News agencies, major press, analytics and security firms that do their own research.</summary>
    Established = 2,

    /// <summary>Trade press.</summary>
    Trade = 3,

    Other = 4,
}
