namespace Alerts.Core.Subscriptions.Tokens;

/// <summary>The one thing a token may be used for. The numbers stand in tokens that were mailed years ago: never renumber.</summary>
public enum TokenPurpose
{
    /// <summary>Confirm a sign-up. Short-lived: who does not confirm within two days asks again.</summary>
    Confirm = 1,

    /// <summary>Read and change one's preferences, export and erase one's data.</summary>
    Preferences = 2,

    /// <summary>Leave. Never expires: a mail found again after years must still let its reader out.</summary>
    Unsubscribe = 3,
}
