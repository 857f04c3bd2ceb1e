using Alerts.Eval.Learning;

namespace Alerts.Tests.Evaluating;

public sealed class StoryScoreTests
{
    [Fact]
    public void Stories_that_are_the_events_are_right()
    {
        var score = StoryScore.Of([("a", "1"), ("a", "1"), ("b", "2")]);
        Assert.Equal((1, 1, 1, 1), (score.Precision, score.Recall, score.F1, score.AlertsPerEvent));
    }

    [Fact]
    public void An_event_in_two_stories_costs_recall_and_a_second_alert()
    {
        // Of "a", two articles share a story and find 2 of 3, the third is alone with 1 of 3; "b" is whole.
        var score = StoryScore.Of([("a", "1"), ("a", "1"), ("a", "2"), ("b", "3")]);
        Assert.Equal(1, score.Precision);
        Assert.Equal((2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4, score.Recall, 1e-9);
        Assert.Equal(2, score.AlertsPerEvent);
    }

    [Fact]
    public void Two_events_in_one_story_cost_precision()
    {
        var score = StoryScore.Of([("a", "1"), ("a", "1"), ("b", "1")]);
        Assert.Equal((2.0 / 3 + 2.0 / 3 + 1.0 / 3) / 3, score.Precision, 1e-9);
        Assert.Equal((1, 1), (score.Recall, score.AlertsPerEvent));
    }

    [Fact]
    public void Events_of_one_article_have_no_say_in_alerts_an_event() =>
        Assert.Equal(2, StoryScore.Of([("a", "1"), ("a", "2"), ("b", "3"), ("c", "4")]).AlertsPerEvent);
}
