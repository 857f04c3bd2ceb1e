using Alerts.Core.Stories;

namespace Alerts.Infrastructure.Email.Views;

/// <summary>What a mail says of one story. HTML and text part are both written from it, so they say the same.</summary>
public sealed record AlertView
{
    public required Severity Severity { get; init; }

    public required string SeverityLabel { get; init; }

    /// <summary>"New story" or "Update 2".</summary>
    public required string Occasion { get; init; }

    public required bool Confirmed { get; init; }

    /// <summary>"Confirmed by 3 publishers", "One source so far".</summary>
    public required string Standing { get; init; }

    public required string Title { get; init; }

    /// <summary>One sentence: why it fired.</summary>
    public required string Lead { get; init; }

    /// <summary>"Bybit · $1.46 billion · Lazarus Group".</summary>
    public required string Headline { get; init; }

    public required IReadOnlyList<ChangeView> Changes { get; init; }

    public required IReadOnlyList<FactView> Facts { get; init; }

    public required IReadOnlyList<WhyView> Why { get; init; }

    public required IReadOnlyList<SourceView> Sources { get; init; }

    /// <summary>"and 14 more", or empty.</summary>
    public required string MoreSources { get; init; }

    /// <summary>"published 09:12 → seen 09:14 → sent 09:14 UTC, 24 Nov 2026".</summary>
    public required string Latency { get; init; }

    /// <summary>"Critical: amount 40 (over $100 million), confirmed 20 (two publishers)"; empty where the parts are not known.</summary>
    public required string SeverityNote { get; init; }

    /// <summary>"You are exposed because ..."; empty for who is not.</summary>
    public required string Exposure { get; init; }

    /// <summary>Where the reader says that it is not relevant.</summary>
    public required string FeedbackUrl { get; init; }

    public required string StoryUrl { get; init; }
}
