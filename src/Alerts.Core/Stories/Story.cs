using Alerts.Core.Matching;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>Articles that tell the same news.</summary>
public sealed record Story
{
    /// <summary>Members listed in the row; beyond, <see cref="ArticleCount"/> counts on.</summary>
    public const int MaxListedArticles = 200;

    /// <summary>Derived from the first article.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public IReadOnlyList<StoryArticle> Articles { get; init; } = [];

    public int ArticleCount { get; init; }

    public NewsKind Kind { get; init; }

    public Severity Severity { get; init; }

    public IReadOnlyList<ScorePart> SeverityParts { get; init; } = [];

    /// <summary>Two independent publisher families, or one official source.</summary>
    public bool Confirmed { get; init; }

    /// <summary>What its articles say, each for itself.</summary>
    public ClaimLedger Claims { get; init; } = ClaimLedger.Empty;

    /// <summary>What follows from <see cref="Claims"/> for the present.</summary>
    public StoryFacts Facts { get; init; } = StoryFacts.None;

    public StoryPhase Phase { get; init; }

    /// <summary>Of a known theft (<see cref="Knowledge.KnownTheft.Id"/>), else derived from the story that opened it; null for what is about no single theft.</summary>
    public string? IncidentId { get; init; }

    /// <summary>Where an article has shown that its theft is a known one: the incident that this theft was until then.</summary>
    public string? FormerIncidentId { get; init; }

    /// <summary>Where a correction has shown that it is about something else: the incident that it was of until then.</summary>
    public string? LeftIncidentId { get; init; }

    /// <summary>It looks back at a theft that was known long before: not news, however new the article.</summary>
    public bool IsRetold { get; init; }

    /// <summary>Whose loss it tells, by canonical name or as written; null where that is not one.</summary>
    public string? MainVictim { get; init; }

    /// <summary>As a reader is told of it: where no one's loss is the story's, the first victim that it names.</summary>
    internal string? NamedVictim => MainVictim ?? (Facts.Victims is [var first, ..] ? first : null);

    /// <summary>Its listed articles without those that were withdrawn.</summary>
    internal IEnumerable<StoryArticle> Reporting => Articles.Where(article => !article.IsWithdrawn);

    /// <summary>All of which it is known that they are, or were, in it: those listed, and those beyond that it has a claim of.</summary>
    internal IReadOnlyCollection<string> ArticleIds => Articles.Select(article => article.Id).Concat(Claims.Sources.Select(source => source.ArticleId)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What its articles have named, for comparison with the next one.</summary>
    public StoryMarks Marks { get; init; } = StoryMarks.None;

    /// <summary>An operator has said that this is the other's news: whatever would join here joins there.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The stories that were merged into this one; their hits are its hits.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>Articles that an operator took out: they do not come back.</summary>
    public IReadOnlyList<string> TakenOut { get; init; } = [];

    /// <summary>What subscribers were told last; null until the story was announced.</summary>
    public Announcement? Announced { get; init; }

    /// <summary>The store's concurrency stamp; null for a story not stored yet.</summary>
    public string? Version { get; init; }
}
