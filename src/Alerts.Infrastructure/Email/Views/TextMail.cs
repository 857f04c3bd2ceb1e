using System.Text;

namespace Alerts.Infrastructure.Email.Views;

/// <summary>The text part: the same views as the HTML part, said in plain lines.</summary>
internal sealed class TextMail
{
    private const int Width = 76;

    private readonly StringBuilder text = new();

    public static string Of(AlertView alert, FooterView footer) => new TextMail().Alert(alert).Footer(footer).ToString();

    public static string Of(DigestView digest, FooterView footer) => new TextMail().Digest(digest).Footer(footer).ToString();

    public static string Of(NoticeView notice, FooterView footer) => new TextMail().Notice(notice).Footer(footer).ToString();

    public override string ToString() => text.ToString();

    private TextMail Alert(AlertView alert)
    {
        Line($"{alert.SeverityLabel.ToUpperInvariant()} · {alert.Occasion} · {alert.Standing}");
        Blank().Line(alert.Title).Blank();
        if (alert.Exposure.Length > 0)
            Line(alert.Exposure).Blank();
        if (alert.Changes.Count > 0)
        {
            Line("WHAT CHANGED");
            foreach (var change in alert.Changes)
                Line($"{change.Label}: {(change.From is { } from ? $"{from} → " : "")}{change.To}", "  ");
            Blank();
        }

        foreach (var fact in alert.Facts)
            Line($"{fact.Label}: {fact.Value}");
        Blank().Line("Open the story:").Url(alert.StoryUrl).Blank();
        Why(alert.Why).Sources(alert);
        return (alert.SeverityNote.Length > 0 ? Line(alert.SeverityNote) : this).Line(alert.Latency).Blank().Line("Not relevant to you?").Url(alert.FeedbackUrl);
    }

    private TextMail Why(IReadOnlyList<WhyView> reasons)
    {
        if (reasons.Count == 0)
            return this;

        Line("WHY YOU ARE TOLD");
        foreach (var why in reasons)
        {
            Line($"{why.Publisher}: {why.Summary}");
            foreach (var quote in why.Quotes)
                Quote(quote);
            foreach (var rule in why.Rules)
                Line($"{(rule.Passed ? "✓" : "✗")} {rule.Text}", "    ");
            Blank();
        }

        return this;
    }

    private TextMail Quote(QuoteView quote) =>
        Line($"“{quote.Before}*{quote.Alias}*{quote.After}” ({(quote.Name is { } name ? $"{name}, " : "")}{quote.Where})", "  > ");

    private TextMail Sources(AlertView alert)
    {
        if (alert.Sources.Count == 0)
            return this;

        Line("SOURCES");
        foreach (var source in alert.Sources)
        {
            Line($"{source.Publisher}: {source.Title} ({source.Note})");
            if (source.Url is { } url)
                Url(url);
        }

        return (alert.MoreSources.Length > 0 ? Line(alert.MoreSources) : this).Blank();
    }

    private TextMail Digest(DigestView digest)
    {
        Line($"{digest.Heading.ToUpperInvariant()} · {digest.Date}").Line(digest.Count).Blank();
        var number = 0;
        foreach (var story in digest.Stories)
        {
            Line($"{++number}. {story.Title}");
            Line($"{story.SeverityLabel.ToUpperInvariant()} · {story.Standing}{(story.Headline.Length > 0 ? $" · {story.Headline}" : "")}", "   ");
            if (story.Exposure.Length > 0)
                Line(story.Exposure, "   ");
            foreach (var change in story.Changes)
                Line($"Changed: {change.Label.ToLowerInvariant()} {(change.From is { } from ? $"{from} → " : "")}{change.To}", "   ");
            foreach (var why in story.Why)
            {
                Line(why.Summary, "   ");
                foreach (var quote in why.Quotes)
                    Quote(quote);
            }

            foreach (var source in story.Sources)
                Line($"{source.Publisher}: {source.Url ?? source.Title}", "   ");
            Line($"{(story.MoreSources.Length > 0 ? story.MoreSources : "the story")}: {story.StoryUrl}", "   ").Blank();
        }

        return digest.More.Length > 0 ? Line($"{digest.More}: {digest.HomeUrl}") : this;
    }

    private TextMail Notice(NoticeView notice)
    {
        Line(notice.Heading).Blank();
        foreach (var paragraph in notice.Paragraphs)
            Line(paragraph).Blank();
        foreach (var fact in notice.Facts)
            Line($"{fact.Label}: {fact.Value}");
        if (notice.Facts.Count > 0)
            Blank();
        if (notice.Button is { } button)
            Line(button.Label + ":").Url(button.Url).Blank();
        return notice.SmallPrint is { } smallPrint ? Line(smallPrint) : this;
    }

    private TextMail Footer(FooterView footer)
    {
        // What mail clients take as the beginning of a signature.
        Blank().Append("-- \n").Line(footer.Reason);
        if (footer.PreferencesUrl is { } preferences)
            Line("Change what you get:").Url(preferences);
        return footer.UnsubscribeUrl is { } unsubscribe ? Line("Unsubscribe:").Url(unsubscribe) : this;
    }

    /// <summary>Breaks at blanks where it can; a word that is too long (a URL, or Chinese text) stays whole.</summary>
    private TextMail Line(string line, string indent = "")
    {
        var column = 0;
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var continues = column > 0 && column + 1 + word.Length <= Width;
            Append(continues ? " " : column > 0 ? "\n" + indent : indent).Append(word);
            column = continues ? column + 1 + word.Length : indent.Length + word.Length;
        }

        return Append("\n");
    }

    /// <summary>On a line of its own, so that every client makes it a link as a whole.</summary>
    private TextMail Url(string url) => Append("  ").Append(url).Append("\n");

    private TextMail Blank() => Append("\n");

    private TextMail Append(string piece)
    {
        text.Append(piece);
        return this;
    }
}
