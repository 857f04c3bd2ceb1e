namespace Alerts.Web.Health;

/// <summary>How long a story takes on its way, leg by leg.</summary>
/// <param name="PublishedToSeen">From the article's own date to its first sight: what polling costs.</param>
/// <param name="SeenToMatched">Reading and deciding.</param>
/// <param name="SeenToSent">From first sight to the alert handed over, for alerts sent at once.</param>
public sealed record LatencyFigures(Percentiles? PublishedToSeen, Percentiles? SeenToMatched, Percentiles? SeenToSent);
