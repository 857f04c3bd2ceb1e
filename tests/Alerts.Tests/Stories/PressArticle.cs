using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

/// <summary>What an outlet of its own publishes, read by the topics that ship, and the story of it alone.</summary>
internal static class PressArticle
{
    /// <summary>For a day: published without a date.</summary>
    public const int Undated = -1;

    private static readonly ArticleMatcher s_matcher = ArticleMatcher.BuiltIn();

    /// <param name="day">Days after an arbitrary one, or <see cref="Undated"/>.</param>
    /// <returns>A hit; without one the test fails.</returns>
    public static ArticleReading Read(string id, string title, string text = "", int day = Undated, string language = "en")
    {
        var reading = s_matcher.Read(new Article
        {
            Id = id,
            Url = "https://press.example/" + id,
            Title = title,
            Text = text,
            Language = language,
            PublishedAt = day == Undated ? null : Some.Now.AddDays(day),
            FirstSeenAt = Some.Now.AddDays(Math.Max(0, day)),
            SourceId = "s",
            Publisher = "Press " + id,
        });
        Assert.True(reading.Matched.Any(), "no hit: " + title);
        return reading;
    }

    public static Story Story(ArticleReading reading)
    {
        var told = NewsEvent.Of(reading);
        return StoryGrowth.Add(StoryGrowth.Open("story", reading, told), reading, told, new StoryChoice("story", "opened the story"));
    }
}
