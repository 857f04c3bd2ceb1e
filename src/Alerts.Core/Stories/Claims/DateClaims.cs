using System.Globalization;

namespace Alerts.Core.Stories.Claims;

/// <summary>
/// When it happened: the date nearest to the deed in the first sentence that has both. Days told from the day of publication ("on
/// Friday") count in first news only: later news tells by them when something was said.
/// </summary>
internal static class DateClaims
{
    private const int Near = 120;

    public static IEnumerable<Claim> Read(ClaimText text)
    {
        if (text.Victim is null) yield break;
        var published = DateReader.LocalDay(text.When, text.Reading.Language);
        foreach (var sentence in text.OnTopic)
        {
            if (!sentence.HasDeed || !(sentence.IsLead || sentence.Names(text.Victim))) continue;
            var dates = DateReader.Read(sentence, published, text.Reading.Language, relative: text.Kind == Matching.NewsKind.NewEvent)
                .Where(date => sentence.ToDeed(date.Start, date.Start + date.Length) <= Near)
                .OrderByDescending(date => date.IsExplicit).ThenBy(date => sentence.ToDeed(date.Start, date.Start + date.Length)).ToList();
            if (dates.Count == 0) continue;
            yield return new Claim
            {
                Field = ClaimField.Date,
                Value = dates[0].Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Hedge = dates[0].IsExplicit ? Hedge.Stated : Hedge.Likely,
                Quote = sentence.Quote(dates[0].Start, dates[0].Length),
            };
            yield break;
        }
    }
}
