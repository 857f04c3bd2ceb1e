using Alerts.Core.Alerting;
using Alerts.Infrastructure.Email.Views;

namespace Alerts.Infrastructure.Email;

/// <summary>Subjects: what matters first, since a phone shows forty characters.</summary>
internal static class Subjects
{
    private const int MaxLength = 160;

    /// <summary>"Critical: Bybit · $1.46 billion · Lazarus Group — Bybit says hackers took ..."</summary>
    public static HeaderText Of(Alert alert, AlertView view)
    {
        var headline = view.Headline.Length > 0 ? view.Headline + " — " : "";
        var update = alert.IsUpdate ? "Update, " : "";
        return new HeaderText($"{update}{(alert.IsUpdate ? view.SeverityLabel.ToLowerInvariant() : view.SeverityLabel)}: {headline}{view.Title}", MaxLength);
    }

    /// <summary>"Daily digest: 5 stories, 2 critical — Bybit · $1.46 billion".</summary>
    public static HeaderText Of(DigestView digest)
    {
        var top = digest.Stories.FirstOrDefault(story => story.Headline.Length > 0)?.Headline;
        return new HeaderText($"{digest.Heading}: {digest.Count}{(top is null ? "" : " — " + top)}", MaxLength);
    }

    public static HeaderText Of(NoticeView notice) => new(notice.Heading, MaxLength);
}
