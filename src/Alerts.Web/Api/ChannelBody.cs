using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api;

public sealed record ChannelBody
{
    [Description("For a webhook: https, a public host.")]
    public string? Url { get; init; }

    [Description("For a further mailbox, instead of the url. It is sent a link to confirm; until then nothing else.")]
    public string? Email { get; init; }

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
