using System.ComponentModel.DataAnnotations;

namespace Alerts.Web.Api;

public sealed record FeedbackBody
{
    [Required]
    public string? AlertId { get; init; }
}

public sealed record FalsePositiveBody
{
    /// <summary>Why it is none, for those who write the rules; up to 500 characters.</summary>
    public string? Note { get; init; }
}
