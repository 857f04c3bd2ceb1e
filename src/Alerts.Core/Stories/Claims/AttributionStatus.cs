namespace Alerts.Core.Stories.Claims;

/// <summary>How much an attribution weighs: by who makes it, and how surely. In rising order.</summary>
public enum AttributionStatus
{
    /// <summary>Nobody is named, or only denied.</summary>
    None,

    /// <summary>Said by the press alone, or hedged by whoever says it.</summary>
    Suspected,

    /// <summary>Said by a firm or a researcher who traced it.</summary>
    Vendor,

    /// <summary>Said by a government, a police or an international body.</summary>
    Official,
}
