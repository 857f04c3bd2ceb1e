using System.ComponentModel.DataAnnotations;

namespace Alerts.Infrastructure.Fetching;

/// <summary>How Alerts goes out to the web. Section <c>Alerts:Fetching</c>.</summary>
public sealed class FetchingOptions : IValidatableObject
{
    public const string Section = "Alerts:Fetching";

    /// <summary>What robots.txt calls us.</summary>
    public const string AgentToken = "AlertsBot";

    /// <summary>A URL or mail address for publishers to complain to, sent with every request. Without it, many block us for good instead of asking.</summary>
    [MaxLength(200)]
    public string Contact { get; set; } = "";

    /// <summary>
    /// Hosts (<c>host</c> or <c>host:port</c>) that are reached although they are not public, for local use. Every entry is a hole in the guard: name the port.
    /// </summary>
    public IList<string> AllowedHosts { get; init; } = [];

    /// <summary>Fetches in flight at once. Too low, and sources that hang delay the others; too high, and memory goes with 15 MB each.</summary>
    [Range(1, 1_000)]
    public int Concurrency { get; set; } = 64;

    /// <summary>Fetches in flight at once to one host; hosts that the operator opened are not counted. More than a few is taken for an attack.</summary>
    [Range(1, 100)]
    public int PerHost { get; set; } = 2;

    /// <summary>Longer than a lost packet's resend, shorter than anybody's patience.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>From the first byte asked to the last one read, redirects included, for a page.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Of an article's page. A larger one is no article, and parsing it costs seconds.</summary>
    [Range(10_000, 50_000_000)]
    public long MaxPageBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Time for taking the text out of a page. What takes longer is built to take longer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ExtractTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether articles' pages are read only where robots.txt lets us. Feeds are meant for robots and are not asked about.</summary>
    public bool RespectRobots { get; set; } = true;

    /// <summary>The one honest User-Agent.</summary>
    public string UserAgent => $"{AgentToken}/1.0 ({(Contact.Length == 0 ? "news alerts" : $"+{Contact}")})";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var host in AllowedHosts.Where(host => !Core.Sources.Guarding.AllowedHosts.IsValid(host)))
        {
            yield return new ValidationResult($"{Section}:AllowedHosts: '{host}' is neither host nor host:port", [nameof(AllowedHosts)]);
        }

        if (Contact.Any(c => c is < ' ' or > '~' or '(' or ')'))
        {
            yield return new ValidationResult($"{Section}:Contact holds characters that a header cannot", [nameof(Contact)]);
        }
    }
}
