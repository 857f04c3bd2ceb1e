namespace Alerts.Core.Stories.Claims;

/// <summary>The values of <see cref="ClaimField.Funds"/>.</summary>
public static class FundsStates
{
    public const string Frozen = "frozen";
    public const string Recovered = "recovered";
    public const string Laundered = "laundered";
}
