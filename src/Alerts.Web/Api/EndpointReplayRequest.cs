using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Alerts.Web.Api;

public sealed record EndpointReplayRequest
{
    [Required]
    [Description("Alerts made at or after then; at most 30 days ago.")]
    public DateTimeOffset? Since { get; init; }

    [Description("Alerts made before then; now if not said.")]
    public DateTimeOffset? Until { get; init; }

    [Description("Also what the endpoint accepted; otherwise only what it missed.")]
    public bool All { get; init; }

    [Description("Requests of one key send nothing twice. Needed only to send all of a time again that was sent again before. Up to 64 characters.")]
    public string? Key { get; init; }
}
