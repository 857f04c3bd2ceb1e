using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api;

public sealed record ChannelBody
{
    [Required]
    [Description("https, a public host.")]
    public string? Url { get; init; }

    [Description("standard (Standard Webhooks), slack, teams or discord; standard if not said.")]
    public WebhookFormat? Format { get; init; }

    [Description("How often this channel is told; immediate if not said.")]
    public Cadence? Cadence { get; init; }
}

public sealed record ChannelPaceBody
{
    [Required]
    public Cadence? Cadence { get; init; }
}
