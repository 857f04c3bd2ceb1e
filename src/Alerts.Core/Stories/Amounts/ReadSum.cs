namespace Alerts.Core.Stories.Amounts;

/// <summary>A number with its multiplier and unit.</summary>
/// <param name="Multiplier">Already in <see cref="Value"/>: 1,000,000 for "$4 million".</param>
/// <param name="End">After the last character that belongs to it.</param>
internal readonly record struct ReadSum(decimal Value, decimal Multiplier, string? Unit, bool Token, int End);
