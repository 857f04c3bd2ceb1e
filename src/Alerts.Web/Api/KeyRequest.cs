using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api;

public sealed record KeyRequest
{
    [Required]
    [Description("To tell the key by: who has it, and where.")]
    public string? Name { get; init; }

    [Required]
    [Description("ingest: push articles. read: hits, stories and articles. admin: everything.")]
    public IReadOnlyList<ApiScope>? Scopes { get; init; }

    [Description("Also make a secret with which the caller may sign its requests (Standard Webhooks) instead of sending the key.")]
    public bool Signs { get; init; }
}
