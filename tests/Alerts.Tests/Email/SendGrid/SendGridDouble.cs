using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace Alerts.Tests.Email.SendGrid;

/// <summary>Answers as the provider's API does, one fault at a time, and keeps its own ledger of what it accepted.</summary>
public sealed class SendGridDouble : IAsyncLifetime
{
    private readonly CancellationTokenSource stopping = new();
    private WebApplication? app;

    public Uri Url { get; private set; } = new("http://unset");

    /// <summary>What the next calls get instead of an answer of their own; empty for none.</summary>
    public ConcurrentQueue<int> Failures { get; } = new();

    /// <summary>Above this many personalisations: 413.</summary>
    public int MaxRecipients { get; set; } = 1_000;

    /// <summary>What a 429 says of when to come back: in seconds since 1970, as the API does.</summary>
    public DateTimeOffset? Reset { get; set; }

    /// <summary>Accepts, and never says so.</summary>
    public bool AcceptAndHang { get; set; }

    public ConcurrentQueue<JsonElement> Calls { get; } = new();

    public ConcurrentQueue<JsonElement> Accepted { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        app = builder.Build();
        app.MapPost("/v3/mail/send", (Delegate)SendAsync);
        await app.StartAsync();
        Url = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (app is not null)
            await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task<IResult> SendAsync(HttpContext context)
    {
        var call = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        Calls.Enqueue(call);
        if (context.Request.Headers.Authorization != "Bearer SG.good")
            return Error(401, "The provided authorization grant is invalid, expired, or revoked");
        if (Failures.TryDequeue(out var status))
        {
            if (status == 429 && Reset is { } reset)
                context.Response.Headers["X-RateLimit-Reset"] = reset.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            else if (status == 429)
                context.Response.Headers.RetryAfter = "30";
            return Error(status, "trouble");
        }

        var personalisations = call.GetProperty("personalizations").EnumerateArray().ToList();
        if (personalisations.Count > MaxRecipients)
            return Error(413, "too large");
        if (personalisations.Any(item => item.GetProperty("to")[0].GetProperty("email").GetString()!.StartsWith("bad", StringComparison.Ordinal)))
            return Error(400, "Does not contain a valid address.");

        personalisations.ForEach(Accepted.Enqueue);
        if (AcceptAndHang)
            await Task.Delay(Timeout.InfiniteTimeSpan, stopping.Token);
        context.Response.Headers["X-Message-Id"] = $"sg-{Accepted.Count}";
        return Results.StatusCode(202);
    }

    private static IResult Error(int status, string message) => Results.Json(new { errors = new[] { new { message } } }, statusCode: status);
}
