using System.Globalization;
using System.Text;
using Alerts.Core.Sources;

namespace Alerts.Benchmarks.Pipeline;

/// <summary>
/// Feeds with full texts, made as they are asked for: a hundred entries each on a host of their own. Every hit is about another exchange and
/// in other words than the rest, so that each is a story of its own.
/// </summary>
internal sealed class MadeFeeds(TimeProvider time) : IFetcher
{
    private const int Entries = 100;
    private const int HitEvery = 10;
    private const int Sentences = 14;
    private const string Press = "press";
    private const string Single = "single";
    private const string Domain = ".example";
    private static readonly string[] Heads = ["Vor", "Tal", "Quen", "Mir", "Zeph", "Dral", "Osk", "Lum", "Brix", "Hel"];
    private static readonly string[] Middles = ["ada", "ebo", "ilu", "oxi", "une", "ara", "evo", "iko", "oru", "upa"];
    private static readonly string[] Tails = ["x", "nt", "ris", "lo", "ven", "dex", "mar", "ko", "tas", "bit"];
    private static readonly string[] Who = ["Traders", "Analysts", "Investors", "Ministers", "Managers", "Shoppers", "Carriers", "Farmers", "Builders", "Insurers"];
    private static readonly string[] Did = ["waited for", "spoke about", "welcomed", "doubted", "compared", "planned around", "argued over", "looked back on", "wrote down", "shrugged off"];
    private static readonly string[] What = ["figures on employment", "the price of copper", "new rules for ports", "a mild winter", "the budget", "orders from abroad", "results of the quarter", "wages in the north", "a vote on tariffs", "the harvest"];
    private static readonly string[] When = ["on Tuesday", "in the morning", "before the holiday", "after a calm week", "late in the day", "at a fair in Lyon", "while markets were closed", "for the third time", "without much noise", "in a short note"];

    /// <summary>A feed with one entry, a hit.</summary>
    public static Uri SingleUrlOf(int number) => UrlOf(Single, number);

    public static Uri UrlOf(int number) => UrlOf(Press, number);

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var host = request.Url.Host;
        var single = host.StartsWith(Single, StringComparison.Ordinal);
        var number = int.Parse(host.AsSpan()[(single ? Single : Press).Length..^Domain.Length], CultureInfo.InvariantCulture);
        var dice = new Random(single ? -1 - number : number);
        var items = new StringBuilder();
        for (var entry = 0; entry < (single ? 1 : Entries); entry++)
        {
            var title = entry % HitEvery == 0
                ? $"Hackers steal ${entry + 11} million in ether from the crypto exchange {NameOf(number, entry / HitEvery)}{(single ? "o" : "")}"
                : $"Results of company {entry} of {host} in line with expectations";
            items.Append(CultureInfo.InvariantCulture, $"<item><title>{title}</title><link>https://{host}/news/{entry}</link><guid>{entry}</guid><pubDate>{time.GetUtcNow():R}</pubDate><content:encoded>&lt;p&gt;{title}.&lt;/p&gt;&lt;p&gt;");
            for (var sentence = 0; sentence < Sentences; sentence++)
                items.Append(CultureInfo.InvariantCulture, $"{Pick(Who)} {Pick(Did)} {Pick(What)} {Pick(When)}, while {Pick(Who)} {Pick(Did)} {Pick(What)} and {Pick(What)} {Pick(When)}. ");
            items.Append("&lt;/p&gt;</content:encoded></item>");
        }

        var body = $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>{host}</title>{items}</channel></rss>";
        return Task.FromResult<FetchOutcome>(
            new FetchOutcome.Fetched(request.Url, Encoding.UTF8.GetBytes(body), new Dictionary<string, string> { ["content-type"] = "application/rss+xml" }));

        string Pick(string[] words) => words[dice.Next(words.Length)];
    }

    /// <summary>A name that is nobody's; another one for each host and number.</summary>
    private static string NameOf(int host, int number) => Heads[host % 10] + Middles[host / 10 % 10] + Tails[number];

    private static Uri UrlOf(string kind, int number) => new(string.Create(CultureInfo.InvariantCulture, $"https://{kind}{number}{Domain}/feed.xml"));
}
