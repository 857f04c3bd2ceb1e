using System.Diagnostics.CodeAnalysis;

namespace Alerts.Core.Sources.Feeds;

/// <summary>One item as a source lists it. Texts are cleaned when they are asked for: most entries of most polls are known already.</summary>
public sealed class FeedEntry
{
    /// <summary>What the publisher calls it, unchanged, however long or odd: keys are made from its hash.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "RSS calls it so.")]
    public string? Guid { get; init; }

    /// <summary>Where it is to be read, absolute, http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Plain text on one line.</summary>
    public string Title => TitleText?.Plain ?? "";

    /// <summary>Sanitised HTML.</summary>
    public string TitleHtml => TitleText?.Html ?? "";

    /// <summary>Sanitised HTML.</summary>
    public string? SummaryHtml => SummaryText?.Html;

    /// <summary>Sanitised HTML.</summary>
    public string? ContentHtml => ContentText?.Html;

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Author { get; init; }

    /// <summary>As the entry, its content or the feed says.</summary>
    public string? Language { get; internal set; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    internal FeedText? TitleText { get; init; }

    internal FeedText? SummaryText { get; init; }

    internal FeedText? ContentText { get; init; }

    /// <summary>What changes when the publisher changes title or text; made of the raw texts, so that nothing is cleaned for it.</summary>
    public string Fingerprint() => string.Join('\0', TitleText?.Raw, SummaryText?.Raw, ContentText?.Raw);

    /// <summary>The longest text that the feed gives, plain: the fallback when the page itself cannot be read.</summary>
    public string PlainText()
    {
        var content = ContentText?.Plain ?? "";
        var summary = SummaryText?.Plain ?? "";
        return content.Length >= summary.Length ? content : summary;
    }
}
