using System.Globalization;
using System.Net;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Guarding;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Fetching;

/// <summary>
/// One guarded GET with every way it can end as a value. Redirects are followed here, not by the handler: each hop is checked, counted,
/// and told apart into permanent and temporary ones.
/// </summary>
public sealed class HttpFetcher : IFetcher, IDisposable
{
    private const int MaxRedirects = 5;

    /// <summary>What readers of feeds and pages ask for.</summary>
    private static readonly string[] KeptHeaders =
        ["content-type", "content-language", "content-location", "link", "etag", "last-modified", "cache-control", "x-robots-tag", "server", "cf-mitigated"];

    private readonly HttpClient client;
    private readonly HostGates gates;
    private readonly AllowedHosts allowed;
    private readonly TimeProvider time;

    public HttpFetcher(IOptions<FetchingOptions> options, AddressGuard guard, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(guard);
        allowed = guard.AllowedHosts;
        this.time = time;
        gates = new HostGates(options.Value.PerHost, options.Value.Concurrency);
        client = new HttpClient(GuardedHttpHandler.Create(options.Value, guard))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(options.Value.UserAgent);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
    }

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (UrlRules.Check(request.Url, allowed) is not UrlVerdict.Allowed target)
        {
            return Refused(request.Url);
        }

        using var place = await gates.EnterAsync(target.IsOpened ? null : target.Host, cancellationToken);
        // Waiting for a place is not the server's fault: the clock starts here.
        using var deadline = new CancellationTokenSource(request.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await FollowAsync(request, both.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchOutcome.Failed(FetchFailure.TimedOut, deadline.IsCancellationRequested || e.InnerException is not TimeoutException
                ? string.Create(CultureInfo.InvariantCulture, $"timed out after {request.Timeout.TotalSeconds:0.#} s")
                : $"could not connect to {request.Url.Host} in time");
        }
        catch (HttpRequestException e)
        {
            return TransportFailure.Describe(e, request.Url);
        }
        catch (IOException e)
        {
            return TransportFailure.Describe(e, request.Url);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        gates.Dispose();
    }

    private async Task<FetchOutcome> FollowAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var url = request.Url;
        var onlyPermanent = true;
        for (var hop = 0; ; hop++)
        {
            using var message = Message(request, url);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!IsRedirect(response.StatusCode))
            {
                return await ReadAsync(request, url, hop > 0 && onlyPermanent ? url : null, response, cancellationToken);
            }

            if (hop == MaxRedirects)
            {
                return new FetchOutcome.Failed(FetchFailure.TooManyRedirects, $"redirects more than {MaxRedirects} times", (int)response.StatusCode);
            }

            if (Target(response, url) is not { } next)
            {
                return new FetchOutcome.Failed(FetchFailure.HttpError, "redirects without saying where to", (int)response.StatusCode);
            }

            if (UrlRules.Check(next, allowed) is UrlVerdict.Refused refused)
            {
                return new FetchOutcome.Failed(FetchFailure.Refused, $"redirects to what may not be asked: {refused.Reason}", (int)response.StatusCode);
            }

            onlyPermanent &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            url = next;
        }
    }

    private async Task<FetchOutcome> ReadAsync(
        FetchRequest request, Uri url, Uri? movedTo, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new FetchOutcome.NotModified(ResponseHints.FreshFor(response, now));
        }

        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation))
        {
            return StatusFailure.Describe(response, now);
        }

        var body = request.Reading is { } reading
            ? await BodyReader.ReadAsync(response.Content, request.MaxBytes, reading, cancellationToken)
            : await BodyReader.ReadAsync(response.Content, request.MaxBytes, cancellationToken);
        return body switch
        {
            Body.Made made => new FetchOutcome.Fetched(url, default, Headers(response), movedTo, ResponseHints.FreshFor(response, now)) { Made = made.Result },
            Body.Whole whole => new FetchOutcome.Fetched(url, whole.Bytes, Headers(response), movedTo, ResponseHints.FreshFor(response, now)),
            Body.TooLarge large => new FetchOutcome.Failed(FetchFailure.TooLarge, large.Reason, (int)response.StatusCode),
            Body.Broken broken => new FetchOutcome.Failed(FetchFailure.Malformed, broken.Reason, (int)response.StatusCode),
            var other => throw new InvalidOperationException($"unexpected {other}"),
        };
    }

    private static HttpRequestMessage Message(FetchRequest request, Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (request.ETag is { Length: > 0 } etag)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (request.LastModified is { Length: > 0 } lastModified)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        return message;
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static Uri? Target(HttpResponseMessage response, Uri from) =>
        response.Headers.TryGetValues("Location", out var values) && Uri.TryCreate(from, values.First().Trim(), out var target) ? target : null;

    private static Dictionary<string, string> Headers(HttpResponseMessage response)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in KeptHeaders)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values))
            {
                kept[name] = string.Join(", ", values);
            }
        }

        return kept;
    }

    private FetchOutcome.Failed Refused(Uri url) =>
        new(FetchFailure.Refused, UrlRules.Check(url, allowed) is UrlVerdict.Refused refused ? refused.Reason : "refused");
}
