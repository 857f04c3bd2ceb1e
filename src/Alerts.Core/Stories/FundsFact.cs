using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>What became of the loot.</summary>
/// <param name="State">A value of <see cref="Claims.FundsStates"/>.</param>
/// <param name="Usd">Null where no sum is told.</param>
public sealed record FundsFact(string State, decimal? Usd, bool IsEstimate)
{
    /// <summary>"$42.9 million frozen", "partly recovered".</summary>
    public string Text => Usd is { } usd ? $"{UsdText.Of(usd, IsEstimate)} {State}" : $"partly {State}";
}
