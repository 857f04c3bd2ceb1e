using System.CommandLine;
using System.Globalization;
using Alerts.Core.Sources;
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
        var (found, problem) = await new SiteFeeds(services.Get<IFetcher>()).FindAsync(address, cancellationToken);
        return found is null ? invocation.Fail($"{address}: {problem}")
            : invocation.AsJson ? invocation.Print(found)
            : Show(invocation, found);
    }

    private static int Show(Invocation invocation, IReadOnlyList<FoundFeed> found)
    {
        foreach (var feed in found)
        {
            invocation.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{feed.Url}  {feed.Title}: {feed.Format}, {feed.Entries} entries{(feed.Newest is { } newest ? $", the newest of {newest:yyyy-MM-dd HH:mm}" : "")}{(feed.Announced ? "" : ", not announced")}"));
        }

        return found.Count > 0 ? AlertsCommandLine.Done : invocation.Fail("The site has no feed that it announces, and none at the customary places.");
    }
}
