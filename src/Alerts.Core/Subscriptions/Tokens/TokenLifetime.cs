namespace Alerts.Core.Subscriptions.Tokens;

public static class TokenLifetime
{
    /// <returns>Null for a token that never expires.</returns>
    public static TimeSpan? Of(TokenPurpose purpose) => purpose switch
    {
        TokenPurpose.Confirm => TimeSpan.FromHours(48),
        TokenPurpose.Preferences => TimeSpan.FromDays(180),
        TokenPurpose.Unsubscribe => null,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no such purpose."),
    };
}
