namespace Alerts.Core.Stories.Claims;

/// <summary>The values of <see cref="ClaimField.Statement"/>: what the victim itself says or does.</summary>
public static class Statements
{
    public const string Confirmed = "confirmed";
    public const string Denied = "denied";
    public const string Reimburses = "reimburses";
    public const string Paused = "paused withdrawals";
}
