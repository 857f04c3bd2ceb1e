using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Alerts.Web.Api;

public sealed record TopicTestBody
{
    [Required]
    [Description("In the topic language.")]
    public string? Text { get; init; }

    [Description("How far back; 30 if not said, at most 90.")]
    public int? Days { get; init; }
}
