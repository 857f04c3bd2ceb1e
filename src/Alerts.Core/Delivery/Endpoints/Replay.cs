namespace Alerts.Core.Delivery.Endpoints;

/// <summary>A wish to send an endpoint again what it was due.</summary>
/// <param name="Since">Alerts made at or after then; at most <see cref="Replays.LongestPast"/> ago.</param>
/// <param name="Until">Alerts made before then; null for now.</param>
/// <param name="All">Also what the endpoint accepted; otherwise only what it missed.</param>
/// <param name="Key">Two replays of one key send nothing twice; derived from the other members where it is null.</param>
public sealed record Replay(DateTimeOffset Since, DateTimeOffset? Until = null, bool All = false, string? Key = null);
