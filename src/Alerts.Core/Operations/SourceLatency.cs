namespace Alerts.Core.Operations;

/// <summary>How soon the news that a source was the first to tell went out, station by station.</summary>
/// <param name="Alerts">Of how many alerts, the newest.</param>
/// <param name="AnnouncedToAccepted">Of those that a provider or receiver took.</param>
public sealed record SourceLatency(int Alerts, StationLatency? SeenToMatched, StationLatency? MatchedToAnnounced, StationLatency? AnnouncedToAccepted);
