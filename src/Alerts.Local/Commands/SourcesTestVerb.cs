using System.CommandLine;
using System.Globalization;
using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Polling;
using Alerts.Local.Hosting;
using Alerts.Web.Api;
using Alerts.Web.Problems;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SourcesTestVerb : Verb
{
    private const int Shown = 5;

    private readonly Argument<string> url = new("url") { Description = "The address to poll once" };
    private readonly Option<SourceKind> kind = new("--kind") { Description = "How to read it", DefaultValueFactory = _ => SourceKind.Feed };
    private readonly Option<FileInfo?> definition = new("--definition") { Description = "For a JSON API or an HTML list: a file that says how to read it" };

    public SourcesTestVerb(Func<IAnsiConsole> console)
        : base("test", "Polls an address once and prints what it lists; keeps nothing", ["alerts sources test https://example.org/feed.xml"], console)
    {
        Arguments.Add(url);
        Options.Add(kind);
        Options.Add(definition);
    }

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        await using var services = LocalServices.WithoutStorage(LocalFolder.Open(invocation.Data));
        var request = new SourceRequest
        {
            Url = invocation.Parsed.GetValue(url),
            Kind = invocation.Parsed.GetValue(kind),
            Definition = await invocation.ReadAsync(definition, cancellationToken),
        };
        if (services.Get<SourceRequestRules>().Create(request, errors) is not { } source)
        {
            return invocation.Misuse(errors);
        }

        var poll = await services.Get<SourcePoller>().PollAsync(source, cancellationToken);
        var state = PollRules.After(source, poll.Result, TimeProvider.System.GetUtcNow(), jitter: 0.5);
        if (state.ConsecutiveFailures > 0)
        {
            return invocation.Fail($"{source.Url}: {state.Reason}");
        }

        if (invocation.AsJson)
        {
            return invocation.Print(poll.New.Select(article => new { article.Title, article.Url, article.PublishedAt, article.Language }));
        }

        foreach (var article in poll.New.Take(Shown))
        {
            invocation.Say($"{article.PublishedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "undated",-16}  {article.Title}\n{"",18}{article.Url}");
        }

        return invocation.Say(string.Create(CultureInfo.InvariantCulture, $"{poll.Listed.Count} entries; the next poll would be in {(state.NextPollAt - TimeProvider.System.GetUtcNow()).TotalMinutes:0} minutes"));
    }
}
