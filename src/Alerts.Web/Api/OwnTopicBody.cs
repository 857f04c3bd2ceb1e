using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Alerts.Web.Api;

public sealed record OwnTopicBody
{
    [Required]
    [Description("The topic's name among the subscriber's own. One that is there already gets a new version.")]
    public string? Name { get; init; }

    [Required]
    [Description("In the topic language.")]
    public string? Text { get; init; }

    [Description("How many days of stored articles it is tried on; 30 if not said, at most 90.")]
    public int? Days { get; init; }
}
