using System.Globalization;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Eval;

internal static class DatesCommand
{
    public static void Run(string input, string output) => Lines.Map(input, output, row =>
    {
        var text = row.Text("input") ?? "";
        return new { input = text, utc = FeedDate.Parse(text) is { } date ? Iso(date) : null };
    });

    public static string Iso(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
