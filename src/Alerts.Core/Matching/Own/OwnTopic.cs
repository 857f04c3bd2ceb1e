using System.Text.Json.Serialization;

namespace Alerts.Core.Matching.Own;

/// <summary>
/// A topic that a subscriber wrote. What it finds is its owner's alone: its matches stand apart from those of the built-in topics
/// (<see cref="ArticleReading.Own"/>) and are stored apart, so that nothing public can come to list them.
/// </summary>
public sealed record OwnTopic
{
    public const string IdPrefix = "own-";
    public const int MaxNameLength = 80;

    /// <summary>Versions kept, with what each was found to catch.</summary>
    public const int MaxVersions = 10;

    /// <summary>Derived from owner and name: writing it twice finds the same row.</summary>
    public required string Id { get; init; }

    public required string OwnerId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Newest last.</summary>
    public required IReadOnlyList<OwnTopicVersion> Versions { get; init; }

    /// <summary>The store's concurrency stamp; null for a topic not stored yet.</summary>
    public string? Stamp { get; init; }

    [JsonIgnore]
    public OwnTopicVersion Current => Versions[^1];

    public static string IdOf(string ownerId, string name) => IdPrefix + DerivedId.Compact("own-topic", ownerId, name.ToUpperInvariant());

    public static bool IsId(string topicId) => topicId.StartsWith(IdPrefix, StringComparison.Ordinal);
}

/// <param name="Trial">What it would have caught when it was saved: the version's test record.</param>
public sealed record OwnTopicVersion(int Number, string Text, DateTimeOffset SavedAt, TrialSummary? Trial);
