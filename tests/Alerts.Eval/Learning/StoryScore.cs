using System.Globalization;

namespace Alerts.Eval.Learning;

/// <summary>
/// How well stories are events: of each article, the share of its story that tells its event (precision) and the share of its event that is in its story (recall), each meaned over
/// articles (B³, Bagga and Baldwin, 1998); and how many stories, each one alert, an event of several articles has.
/// </summary>
internal sealed record StoryScore(double Precision, double Recall, double AlertsPerEvent)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static StoryScore Of(IReadOnlyList<(string Event, string Story)> articles)
    {
        var events = articles.CountBy(article => article.Event).ToDictionary();
        var stories = articles.CountBy(article => article.Story).ToDictionary();
        var both = articles.CountBy(article => article).ToDictionary();
        var told = articles.GroupBy(article => article.Event).Where(one => one.Count() > 1).Select(one => (double)one.Select(article => article.Story).Distinct().Count()).ToList();
        return new(
            articles.Select(article => (double)both[article] / stories[article.Story]).DefaultIfEmpty(1).Average(),
            articles.Select(article => (double)both[article] / events[article.Event]).DefaultIfEmpty(1).Average(),
            told.DefaultIfEmpty(1).Average());
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"B³ {F1:0.000} ({Precision:0.000}/{Recall:0.000}), {AlertsPerEvent:0.00} alerts an event");
}
