using System.Globalization;
using System.Text;

namespace Alerts.Core.Operations;

/// <summary>
/// One day's proof that the system ran, also and above all when there was nothing to tell: what was watched, what came of it, signed,
/// and linked to the day before, so that none can be changed or taken out unnoticed.
/// </summary>
public sealed record Heartbeat
{
    /// <summary>The local day on which it was due.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What is counted: from the moment when the one before was due to the moment when this one was.</summary>
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required HeartbeatSources Sources { get; init; }

    public int Hits { get; init; }

    public int Alerts { get; init; }

    /// <summary>Mails and calls that carried an alert or digest and were accepted.</summary>
    public int Sent { get; init; }

    /// <summary>Refused, or given up after the last try.</summary>
    public int Failed { get; init; }

    /// <summary>From first sight of a story to the acceptance of its alert, in seconds, over those sent at once; null where there was none.</summary>
    public double? P50Seconds { get; init; }

    public double? P95Seconds { get; init; }

    public int DeadLetters { get; init; }

    /// <summary>The signature of the heartbeat before this one; null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary><c>KEYID.BASE64URL</c>: see <see cref="HeartbeatSigner"/>.</summary>
    public string Signature { get; init; } = "";

    /// <summary>"71 of 74 sources healthy, 2 silent, 1 gap; 3 hits, 2 alerts, 5 sent; half within 2.1 s, 95 % within 4 s".</summary>
    public string Summary
    {
        get
        {
            var text = new StringBuilder(Sources.Summary);
            text.Append(CultureInfo.InvariantCulture, $"; {Count(Hits, "hit")}, {Count(Alerts, "alert")}, {Sent} sent");
            if (Failed > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $", {Failed} failed");
            }

            if (P50Seconds is { } half && P95Seconds is { } most)
            {
                text.Append(CultureInfo.InvariantCulture, $"; half within {half:0.#} s, 95 % within {most:0.#} s");
            }

            return DeadLetters > 0 ? text.Append(CultureInfo.InvariantCulture, $"; {Count(DeadLetters, "dead letter")}").ToString() : text.ToString();
        }
    }

    /// <summary>What is signed, line by line: every figure, and the signature before.</summary>
    public string Statement => string.Create(CultureInfo.InvariantCulture, $"""
        alerts-heartbeat-1
        day {Day:yyyy-MM-dd}
        from {Moment(From)}
        until {Moment(Until)}
        written {Moment(WrittenAt)}
        sources {Sources.Watched} healthy {Sources.Healthy} degraded {Sources.Degraded} silent {Sources.Silent} gap {Sources.Gap} dead {Sources.Dead} new {Sources.New}
        hits {Hits}
        alerts {Alerts}
        sent {Sent} failed {Failed}
        latency p50 {Seconds(P50Seconds)} p95 {Seconds(P95Seconds)}
        dead-letters {DeadLetters}
        previous {Previous ?? "-"}
        """).ReplaceLineEndings("\n");

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Seconds(double? seconds) => seconds?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";

    private static string Count(int number, string one) => string.Create(CultureInfo.InvariantCulture, $"{number} {one}{(number == 1 ? "" : "s")}");
}
