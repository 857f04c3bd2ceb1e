using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Alerts.Benchmarks.Polling;
using Alerts.Core.Articles;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Sources.WebSub;
using Alerts.Infrastructure.Fetching;
using Alerts.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Benchmarks.Hostile;

/// <summary>
/// Serves each document of a folder over HTTP with the headers that its index names (<c>index.jsonl</c>: file, headers, expect), polls it by the
/// pipeline's own handler, and says what it led to, how long it took, and how much memory.
/// </summary>
internal static class HostileRun
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private const double MostMegabytes = 64;

    public static async Task<int> RunAsync(string folder)
    {
        var documents = File.ReadLines(Path.Combine(folder, "index.jsonl")).Select(line => JsonNode.Parse(line)!).ToList();
        await using var server = await ServeAsync(folder, documents);
        var options = new FetchingOptions { AllowedHosts = [new Uri(server.Urls.First()).Authority] };
        using var fetcher = new HttpFetcher(Options.Create(options), new AddressGuard(options), TimeProvider.System);
        await PollAsync(fetcher, new Uri(server.Urls.First()), documents[0]["file"]!.GetValue<string>());

        var failures = 0;
        Console.WriteLine("| file | ms | MB | led to | expected |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var document in documents)
        {
            var file = document["file"]!.GetValue<string>();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            using var memory = new MemoryPeak();
            var started = Stopwatch.GetTimestamp();
            string outcome;
            try
            {
                outcome = await PollAsync(fetcher, new Uri(server.Urls.First()), file);
            }
            catch (Exception e)
            {
                outcome = $"THROWN {e.GetType().Name}: {e.Message}";
                failures++;
            }

            var took = Stopwatch.GetElapsedTime(started);
            var peak = memory.Megabytes;
            failures += took > Longest || peak > MostMegabytes ? 1 : 0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {file} | {took.TotalMilliseconds:0} | {peak:0.0} | {outcome} | {document["expect"]} |"));
        }

        Console.WriteLine($"{documents.Count} documents, {failures} too slow, too large or thrown");
        return failures == 0 ? 0 : 1;
    }

    private static async Task<string> PollAsync(HttpFetcher fetcher, Uri server, string file)
    {
        var url = new Uri(server, "/" + file);
        var source = new Source { Id = Source.IdOf(url), Name = file, Kind = SourceKind.Feed, Url = url, Publisher = "hostile" };
        var sources = new MemorySourceStore();
        await sources.AddIfAbsentAsync(source, default);
        var articles = new MemoryArticleStore();
        var hubs = new HubFollower(new NoHub(), new HubKeys([]), new HubSettings(null), TimeProvider.System);
        var handler = new FetchSources(sources, new SourcePoller(fetcher, TimeProvider.System), new ArticleIntake(articles, new MemoryMessageQueue()), hubs, new Silent(), new FixedDice(), TimeProvider.System);
        await handler.HandleAsync(new FetchMessage([source.Id]), default);

        var state = (await sources.GetAsync([source.Id], default))[0].State;
        var stored = await articles.GetAsync(articles.Ids, default);
        var first = stored.Count > 0 ? stored[0] : null;
        return stored.Count == 0
            ? Cell($"{state.Health}: {state.Reason}")
            : Cell($"{stored.Count} articles: \"{first!.Title}\", {first.Url}, {first.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated"}{(state.Reason is null ? "" : "; " + state.Reason)}");
    }

    private static string Cell(string text)
    {
        var printable = string.Concat(text.Select(c => char.IsControl(c) ? '·' : c == '|' ? '¦' : c));
        return printable.Length <= 160 ? printable : printable[..159] + "…";
    }

    private static async Task<WebApplication> ServeAsync(string folder, List<JsonNode> documents)
    {
        var headersOf = documents.ToDictionary(document => document["file"]!.GetValue<string>(), document => document["headers"]!.AsObject());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapGet("/{file}", async (HttpContext context, string file) =>
        {
            foreach (var (name, value) in headersOf[file])
                context.Response.Headers[name] = value!.GetValue<string>();
            await context.Response.SendFileAsync(Path.Combine(folder, file));
        });
        await app.StartAsync();
        return app;
    }
}
