using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Web.Problems;

namespace Alerts.Web.Api;

/// <summary>Makes an article of what a caller pushed.</summary>
internal static class SubmittedArticle
{
    private const int MaxUrlLength = 2_000;
    private const int MaxLanguageLength = 35;

    /// <returns>Null where something is wrong, which is then among the errors.</returns>
    public static Article? TryCreate(ArticleSubmission submission, string place, Source source, DateTimeOffset now, FieldErrors errors)
    {
        var valid = true;
        if (!TryReadUrl(submission.Url, out var url))
        {
            valid = Refuse("url", submission.Url is null ? "is missing" : $"must be an absolute http or https URL of at most {MaxUrlLength} characters");
        }

        if (submission.Title?.Length > Article.MaxTitleLength)
        {
            valid = Refuse("title", $"must have at most {Article.MaxTitleLength} characters");
        }

        if (submission.Language is { } language && (language.Length is < 2 or > MaxLanguageLength || !language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            valid = Refuse("language", "must be a BCP 47 tag, such as en or ko");
        }

        if (submission is { Text: { } text, Title: null or "" } && text.Length > 0)
        {
            valid = Refuse("title", "is missing; an article that comes with its text comes with its title");
        }

        return valid ? Create(submission, url!, source, now) : null;

        bool Refuse(string field, string message)
        {
            errors.Add(place + field, message);
            return false;
        }
    }

    private static Article Create(ArticleSubmission submission, Uri url, Source source, DateTimeOffset now)
    {
        var canonical = CanonicalUrl.Of(url);
        var text = submission.Text?.Trim() ?? "";
        return new Article
        {
            Id = ArticleId.Of(canonical),
            Url = canonical,
            Title = submission.Title?.Trim() ?? "",
            Text = text,
            TextOrigin = text.Length > 0 ? TextOrigin.Caller : TextOrigin.None,
            Language = submission.Language?.Split('-')[0].ToLowerInvariant(),
            PublishedAt = submission.PublishedAt > now ? now : submission.PublishedAt,
            FirstSeenAt = now,
            SourceId = source.Id,
            // Not the caller: two callers that push one newspaper's article are one publisher.
            Publisher = url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host,
            Tier = source.Tier,
        };
    }

    private static bool TryReadUrl(string? text, out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https" && text!.Length <= MaxUrlLength && url.UserInfo.Length == 0;
}
