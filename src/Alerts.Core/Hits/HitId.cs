using System.Globalization;

namespace Alerts.Core.Hits;

/// <summary>
/// Topic, article and when the article was first seen, which never changes: the id alone gives the row's keys, and a listing by
/// key is one by time.
/// </summary>
public sealed record HitId(string TopicId, DateTimeOffset FirstSeenAt, string ArticleId)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TopicId}.{FirstSeenAt.UtcTicks:x16}.{ArticleId}");

    public static HitId? TryParse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 3 && long.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new HitId(parts[0], new DateTimeOffset(ticks, TimeSpan.Zero), parts[2])
            : null;
    }
}
