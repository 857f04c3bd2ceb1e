using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions.Tests;

public sealed class WorkerLoggingTests
{
    private const string Token = "what-signs-a-reader-in";

    [Fact]
    public async Task No_log_line_has_the_token_of_a_request() => Assert.DoesNotContain(await LogOfARequestAsync(logging => logging.KeepAddressesOut()), HasToken);

    [Fact]
    public async Task Without_the_filter_it_would_stand_there() => Assert.Contains(await LogOfARequestAsync(logging => logging), HasToken);

    [Fact]
    public async Task What_the_product_says_is_kept() =>
        Assert.Contains("Alerts.Check: answered", await LogOfARequestAsync(logging => logging.KeepAddressesOut()));

    private static bool HasToken(string line) => line.Contains(Token, StringComparison.Ordinal);

    private static async Task<IReadOnlyCollection<string>> LogOfARequestAsync(Func<ILoggingBuilder, ILoggingBuilder> configure)
    {
        using var log = new Recorder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        configure(builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(log));
        await using var app = builder.Build();
        app.MapGet("/preferences", (ILoggerFactory loggers) => loggers.CreateLogger("Alerts.Check").Log(LogLevel.Information, default, "answered", null, (said, _) => said));
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri($"{app.Urls.Single()}/preferences?token={Token}"), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        await app.StopAsync(TestContext.Current.CancellationToken);
        return log.Lines;
    }

    private sealed class Recorder : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Line(categoryName, Lines);

        public void Dispose()
        {
        }

        private sealed class Line(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{category}: {formatter(state, exception)}");
        }
    }
}
