namespace Alerts.Core.Stories.Claims;

/// <summary>What a claim is about.</summary>
public enum ClaimField
{
    /// <summary>Who lost something.</summary>
    Victim,

    /// <summary>A group, a person or a state that is named in connection with it, whatever is said of them.</summary>
    Actor,

    /// <summary>How it was done.</summary>
    Kind,

    /// <summary>When it happened: "2025-02-21".</summary>
    Date,

    /// <summary>On which network.</summary>
    Chain,

    /// <summary>What was lost, as one sum.</summary>
    Amount,

    /// <summary>What was lost, in its own unit: "401,000 ETH".</summary>
    Taken,

    /// <summary>Who did it.</summary>
    Attribution,

    /// <summary>Where the loot is: frozen, recovered, laundered.</summary>
    Funds,

    /// <summary>What the victim itself says or does.</summary>
    Statement,
    Address,
    Transaction,
}
