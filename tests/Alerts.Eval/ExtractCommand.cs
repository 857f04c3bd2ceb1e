using System.Text.Json;
using System.Text.Json.Nodes;
using Alerts.Infrastructure.Fetching.Pages;

namespace Alerts.Eval;

/// <summary>{"id", "url", "html_b64"} to {"id", "title", "text"}: the page as the pipeline reads it, before it is judged.</summary>
internal static class ExtractCommand
{
    public static void Run(string input, string output)
    {
        using var results = new StreamWriter(output);
        foreach (var line in File.ReadLines(input))
        {
            if (line.Length > 0)
            {
                var page = JsonNode.Parse(line)!;
                var url = new Uri(page["url"]?.GetValue<string>() is { Length: > 0 } stated ? stated : "https://page.example/article");
                var read = PageExtractor.Read(Convert.FromBase64String(page["html_b64"]!.GetValue<string>()), null, url, CancellationToken.None);
                results.WriteLine(JsonSerializer.Serialize(new { id = page["id"], title = read?.Facts.Title ?? "", text = read?.Text ?? "" }));
            }
        }
    }
}
