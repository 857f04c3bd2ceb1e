using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>An article's page, where its publisher lets us: robots.txt, one guarded fetch, the text taken out on the pool.</summary>
public sealed class PageReader(IFetcher fetcher, RobotsPolicy robots, IOptions<FetchingOptions> options, TimeProvider time) : IPageReader
{
    public async Task<PageOutcome> ReadAsync(Uri url, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        var settings = options.Value;
        if (settings.RespectRobots)
        {
            switch (await robots.AskAsync(url, cancellationToken))
            {
                case RobotsAnswer.Disallowed:
                    return new PageOutcome.NoText("robots.txt asks us not to read it");
                case RobotsAnswer.Unknown:
                    return new PageOutcome.Unreachable("robots.txt could not be read", WorthRetrying: true);
            }
        }

        var request = new FetchRequest(url)
        {
            Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
            MaxBytes = settings.MaxPageBytes,
            Timeout = settings.PageTimeout,
        };
        return await fetcher.FetchAsync(request, cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => await ExtractAsync(url, fetched, settings.ExtractTimeout, cancellationToken),
            FetchOutcome.Failed failed => Describe(failed),
            _ => new PageOutcome.Unreachable("answered 304 to a question that had no condition", WorthRetrying: true),
        };
    }

    private async Task<PageOutcome> ExtractAsync(Uri asked, FetchOutcome.Fetched fetched, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!IsHtml(fetched))
        {
            return new PageOutcome.NoText($"{fetched.ContentType?.Split(';')[0].Trim()}, not HTML");
        }

        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await Task.Run(() => PageExtractor.Extract(fetched.Body, fetched.ContentType, asked, fetched.FinalUrl, both.Token), both.Token).WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PageOutcome.NoText("taking the text out took too long");
        }
    }

    private static bool IsHtml(FetchOutcome.Fetched fetched) =>
        fetched.ContentType is not { Length: > 0 } type
        || type.Contains("html", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    private static PageOutcome Describe(FetchOutcome.Failed failed) => failed.Failure switch
    {
        FetchFailure.Unreachable or FetchFailure.TimedOut or FetchFailure.Throttled or FetchFailure.Malformed => new PageOutcome.Unreachable(failed.Reason, WorthRetrying: true),
        FetchFailure.HttpError when failed.Status >= 500 => new PageOutcome.Unreachable(failed.Reason, WorthRetrying: true),
        FetchFailure.Refused => new PageOutcome.Unreachable(failed.Reason, WorthRetrying: false),
        _ => new PageOutcome.NoText(failed.Reason),
    };
}
