using System.Text.Json.Serialization;

namespace Alerts.Core.Alerting;

/// <summary>What changed, from what to what.</summary>
/// <param name="Fact">amount, attribution, funds, victim, severity or topic.</param>
/// <param name="From">Null where nothing was known before.</param>
public sealed record FactChange(string Fact, string? From, string To)
{
    private const string Amount = "amount";
    private const string Topic = "topic";

    [JsonIgnore]
    public bool IsAmount => Fact == Amount;

    [JsonIgnore]
    public bool IsTopic => Fact == Topic;

    [JsonIgnore]
    public string Id => $"{Fact}: {To}";

    internal static FactChange OfAmount(string from, string to) => new(Amount, from, to);

    /// <summary>The story has turned out to be of a further topic.</summary>
    internal static FactChange OfTopic(string topicId) => new(Topic, From: null, topicId);
}
