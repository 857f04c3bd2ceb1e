using Alerts.Core.Sources;

namespace Alerts.Core.Articles;

/// <summary>One document, as far as it has come: listed by a source, then read in full, then decided.</summary>
public sealed record Article
{
    /// <summary>Longest text that is stored and matched; what is beyond is cut and said so in the log.</summary>
    public const int MaxTextLength = 200_000;

    public const int MaxTitleLength = 1_000;

    public required string Id { get; init; }

    /// <summary>Canonical.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>What the source's entry says of it, plain text.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The main text, plain, paragraphs divided by line feeds; empty until it is read.</summary>
    public string Text { get; init; } = "";

    public TextOrigin TextOrigin { get; init; }

    /// <summary>Why the page's own text is not here, where it is not.</summary>
    public string? TextReason { get; init; }

    /// <summary>BCP 47 primary subtag ("en", "ko", "zh"), detected or stated.</summary>
    public string? Language { get; init; }

    /// <summary>As published; never later than <see cref="FirstSeenAt"/> (a date in the future is clamped to it), null where undated.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The source that listed it first.</summary>
    public required string SourceId { get; init; }

    public required string Publisher { get; init; }

    public SourceTier Tier { get; init; } = SourceTier.Other;

    /// <summary>Counts what the publisher changed; 1 as first seen.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When this revision was read and decided; null until then.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The topics that matched, once read.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public string? StoryId { get; init; }

    /// <summary>When title and texts were taken away for their age; what is left says that the article was there. Null for a whole one.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    /// <summary>SHA-256 of title and text as decided, hexadecimal.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The store's concurrency stamp; null for an article that was not read from it.</summary>
    public string? Version { get; init; }
}
