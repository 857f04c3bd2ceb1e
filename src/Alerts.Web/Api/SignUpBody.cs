using System.ComponentModel.DataAnnotations;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api;

public sealed record SignUpBody
{
    [Required]
    public string? Email { get; init; }

    /// <summary>Without them: every topic, at once, from low severity on, in all languages.</summary>
    public Preferences? Preferences { get; init; }
}
