using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Alerts.Crash.Judging;

/// <summary>A feed a story, each about a theft of its own, with the full text in the entry.</summary>
internal sealed class NewsSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private NewsSite(WebApplication app) => this.app = app;

    /// <summary>The clock of the instances: news is never older than they are.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    public string Authority => new Uri(app.Urls.First()).Authority;

    public static async Task<NewsSite> StartAsync()
    {
        var site = new NewsSite(Loopback.NewServer());
        site.app.MapGet("/feeds/{number:int}", site.Feed);
        await site.app.StartAsync();
        return site;
    }

    public Uri FeedOf(int number) => new($"http://{Authority}/feeds/{number}");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Feed(int number)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Hackers steal ${number + 11} million in ether from the crypto exchange Coin{number} of Country{number}");
        var text = string.Join(' ', Enumerable.Repeat($"{title}, the company said on Tuesday, and asked the police for help with tracing what was taken from its hot wallet.", 12));
        return Results.Text(
            $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>News {number}</title><item><title>{title}</title><link>http://{Authority}/news/{number}</link><guid>{number}</guid><pubDate>{Now():R}</pubDate><content:encoded>&lt;p&gt;{text}&lt;/p&gt;</content:encoded></item></channel></rss>",
            "application/rss+xml");
    }
}
