using Alerts.Core.Articles;

namespace Alerts.Eval;

internal static class UrlsCommand
{
    public static void Run(string input, string output) => Lines.Map(input, output, row =>
    {
        var text = row.Text("input") ?? "";
        return new { input = text, url = CanonicalUrl.Of(text, row.Text("baseURL"), row.Text("feedURL")) };
    });
}
