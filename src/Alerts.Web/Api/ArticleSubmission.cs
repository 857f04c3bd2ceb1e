using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Alerts.Web.Api;

/// <summary>An article as a caller pushes it.</summary>
public sealed record ArticleSubmission
{
    [Required]
    [Description("Where it was published, http or https. The article's identity is derived from it.")]
    public string? Url { get; init; }

    [Description("Without it, the page's own.")]
    public string? Title { get; init; }

    [Description("Plain text. Without it, the page is fetched.")]
    public string? Text { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    [Description("BCP 47, such as en or ko. Without it, detected.")]
    public string? Language { get; init; }
}
