using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api;

public sealed record WebhookBody
{
    [Required]
    [Description("https, a public host.")]
    public string? Url { get; init; }

    [Description("standard (Standard Webhooks), slack, teams or discord; standard if not said.")]
    public WebhookFormat? Format { get; init; }

    [Description("Who is told when the endpoint has to be disabled.")]
    public string? OwnerEmail { get; init; }

    public Preferences? Preferences { get; init; }
}
