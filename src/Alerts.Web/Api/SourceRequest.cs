using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Alerts.Core.Sources;

namespace Alerts.Web.Api;

/// <summary>A source to watch, or what to change of one.</summary>
public sealed record SourceRequest
{
    [Required]
    [Description("Public, http or https. Cannot be changed: another address is another source.")]
    public string? Url { get; init; }

    [Description("The host if not said.")]
    public string? Name { get; init; }

    [Description("feed (RSS, Atom, RDF, JSON Feed), sitemap, jsonApi or htmlList.")]
    public SourceKind? Kind { get; init; }

    [Description("The family that it belongs to, for counting independent publishers. The host if not said.")]
    public string? Publisher { get; init; }

    public SourceTier? Tier { get; init; }

    [Description("BCP 47, where it publishes in one language only.")]
    public string? Language { get; init; }

    public bool? Enabled { get; init; }

    [Description("1 to 1440. Without it, the source's own rhythm decides.")]
    public double? IntervalMinutes { get; init; }

    [Description("After how long without anything new the source counts as silent.")]
    public double? ExpectedMaxSilenceHours { get; init; }

    [Description("For jsonApi and htmlList: how to read it, as JSON.")]
    public string? Definition { get; init; }
}
