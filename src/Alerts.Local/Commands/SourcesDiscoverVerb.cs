using System.CommandLine;
using System.Text;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Feeds;
using Alerts.Local.Hosting;
using Spectre.Console;

namespace Alerts.Local.Commands;

internal sealed class SourcesDiscoverVerb : Verb
{
    private readonly Argument<string> site = new("site") { Description = "A site's address" };

    public SourcesDiscoverVerb(Func<IAnsiConsole> console)
        : base("discover", "Finds the feeds of a site", ["alerts sources discover https://example.org"], console) => Arguments.Add(site);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(invocation.Parsed.GetValue(site), UriKind.Absolute, out var address))
        {
            return invocation.Misuse($"'{invocation.Parsed.GetValue(site)}' is no address.");
        }

        await using var services = LocalServices.WithoutStorage(LocalFolder.Open(invocation.Data));
        switch (await services.Get<IFetcher>().FetchAsync(new FetchRequest(address) { Accept = "text/html" }, cancellationToken))
        {
            case FetchOutcome.Fetched page:
                var found = FeedDiscovery.Find(Encoding.UTF8.GetString(page.Body.Span), page.FinalUrl);
                return invocation.AsJson ? invocation.Print(found) : Show(invocation, found);
            case FetchOutcome.Failed failed:
                return invocation.Fail($"{address}: {failed.Reason}");
            default:
                return invocation.Fail($"{address} answered without a page.");
        }
    }

    private static int Show(Invocation invocation, IReadOnlyList<FeedLink> found)
    {
        foreach (var link in found)
        {
            invocation.Say($"{(link.Announced ? "announced" : "guessed"),-10} {link.Url}  {link.Title}");
        }

        return found.Count > 0 ? AlertsCommandLine.Done : invocation.Fail("The site announces no feed.");
    }
}
