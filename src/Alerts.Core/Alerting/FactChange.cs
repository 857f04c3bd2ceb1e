using System.Text.Json.Serialization;

namespace Alerts.Core.Alerting;

/// <summary>What changed, from what to what.</summary>
/// <param name="Fact">amount, attribution, funds, victim or severity.</param>
/// <param name="From">Null where nothing was known before.</param>
public sealed record FactChange(string Fact, string? From, string To)
{
    [JsonIgnore]
    public string Id => $"{Fact}: {To}";
}
