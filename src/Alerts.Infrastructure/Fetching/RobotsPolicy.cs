using System.Collections.Concurrent;
using System.Text;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Robots;

namespace Alerts.Infrastructure.Fetching;

/// <summary>Asks each host's robots.txt once a day.</summary>
public sealed class RobotsPolicy(IFetcher fetcher, TimeProvider time)
{
    private const int MaxHosts = 5_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeptFailure = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Lazy<Task<Answer>>> answers = new(StringComparer.Ordinal);

    internal async Task<RobotsAnswer> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        var site = url.GetLeftPart(UriPartial.Authority);
        if (answers.TryGetValue(site, out var known) && known.IsValueCreated && known.Value is { IsCompletedSuccessfully: true } done && (await done).Until <= time.GetUtcNow())
        {
            answers.TryRemove(new KeyValuePair<string, Lazy<Task<Answer>>>(site, known));
        }

        if (answers.Count >= MaxHosts)
        {
            answers.Clear();
        }

        // One request for all who ask at the same time; it is theirs together, so none of them may cancel it.
        var answer = await answers.GetOrAdd(site, _ => new Lazy<Task<Answer>>(() => FetchAsync(url))).Value.WaitAsync(cancellationToken);
        return answer.Rules is not { } rules ? RobotsAnswer.Unknown : rules.Allows(url) ? RobotsAnswer.Allowed : RobotsAnswer.Disallowed;
    }

    private async Task<Answer> FetchAsync(Uri url)
    {
        var request = new FetchRequest(new Uri(url, "/robots.txt")) { Accept = "text/plain", MaxBytes = 4 * RobotsRules.MaxLength, Timeout = TimeSpan.FromSeconds(10) };
        return await fetcher.FetchAsync(request, CancellationToken.None) switch
        {
            FetchOutcome.Fetched fetched => new Answer(RobotsRules.Parse(Encoding.UTF8.GetString(fetched.Body.Span), FetchingOptions.AgentToken), Until(Kept)),
            // No rules to be had (any 4xx, a circle of redirects, a file that is none): everything is allowed.
            FetchOutcome.Failed { Status: >= 200 and < 500 and not 429 } => new Answer(RobotsRules.AllowAll, Until(Kept)),
            _ => new Answer(null, Until(KeptFailure)),
        };
    }

    private DateTimeOffset Until(TimeSpan span) => time.GetUtcNow() + span;

    /// <param name="Rules">Null where the server could not say.</param>
    private sealed record Answer(RobotsRules? Rules, DateTimeOffset Until);
}
