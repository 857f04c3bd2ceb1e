using Alerts.Core.Matching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits.Trials;

/// <summary>Counts what a trial finds and keeps the newest of it.</summary>
internal sealed class TrialTally(bool hasBefore)
{
    private const int MaxHits = 50;
    private const int MaxChanged = 25;
    private const int MaxSources = 15;

    private readonly List<TrialHit> hits = [];
    private readonly List<TrialHit> gained = [];
    private readonly List<TrialHit> lost = [];
    private readonly List<(DateTimeOffset At, string Publisher)> caught = [];
    private int gainedCount;
    private int lostCount;

    public void Add(ArticleReading reading, Match? now, Match? before)
    {
        if (now is not null)
        {
            caught.Add((reading.Article.FirstSeenAt, reading.Article.Publisher));
            Keep(hits, MaxHits, reading, now);
        }

        if (now is not null && before is null)
        {
            gainedCount++;
            Keep(gained, hasBefore ? MaxChanged : 0, reading, now);
        }
        else if (now is null && before is not null)
        {
            lostCount++;
            Keep(lost, MaxChanged, reading, before);
        }
    }

    public TopicTrial Conclude(DateTimeOffset from, DateTimeOffset until, int read, string? notRead, IReadOnlyCollection<Story> stories)
    {
        // Less than a day says nothing of a week.
        var weeks = Math.Max(1, (until - from).TotalDays) / 7;
        var told = stories.Select(story => story.FirstSeenAt).ToList();
        var summary = new TrialSummary(
            from, until, read, notRead, caught.Count, told.Count, PerWeek(caught.Count), gainedCount, lostCount, Weeks(told), Sources(),
            new TrialMails(PerWeek(told.Count), PerWeek(Distinct(told, TimeSpan.FromHours(1))), PerWeek(Distinct(told, TimeSpan.FromDays(1))), PerWeek(Distinct(told, TimeSpan.FromDays(7)))));
        return new TopicTrial(summary, hits, gained, lost);

        double PerWeek(int count) => Math.Round(count / weeks, 1);
    }

    private static void Keep(List<TrialHit> list, int most, ArticleReading reading, Match match)
    {
        if (list.Count < most)
        {
            var article = reading.Article;
            list.Add(new TrialHit(
                article.Id, article.Title, article.Url, article.Publisher, reading.Language, article.PublishedAt, article.FirstSeenAt, match.Score, match.Explanation));
        }
    }

    private static int Distinct(List<DateTimeOffset> times, TimeSpan bucket) => times.Select(at => at.UtcTicks / bucket.Ticks).Distinct().Count();

    private List<TrialWeek> Weeks(List<DateTimeOffset> told)
    {
        var storiesOf = told.CountBy(MondayOf).ToDictionary();
        return [.. caught.CountBy(hit => MondayOf(hit.At)).OrderBy(week => week.Key).Select(week => new TrialWeek(week.Key, week.Value, storiesOf.GetValueOrDefault(week.Key)))];
    }

    private List<TrialSource> Sources() =>
        [.. caught.CountBy(hit => hit.Publisher).OrderByDescending(source => source.Value).ThenBy(source => source.Key, StringComparer.Ordinal).Take(MaxSources)
            .Select(source => new TrialSource(source.Key, source.Value, Math.Round(100.0 * source.Value / caught.Count, 1)))];

    private static DateOnly MondayOf(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
