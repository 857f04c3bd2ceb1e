namespace Alerts.Core.Sources.Guarding;

/// <summary>Hosts that an operator opened by name: <c>host</c> for any port, <c>host:port</c> for one. Everything else stays guarded.</summary>
public sealed class AllowedHosts
{
    private readonly HashSet<(string Host, int Port)> hosts = [];

    public AllowedHosts(IEnumerable<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            if (Read(entry) is { } read)
            {
                hosts.Add(read);
            }
        }
    }

    public static AllowedHosts None { get; } = new([]);

    public bool Contains(string host, int port) => hosts.Count > 0 && (hosts.Contains((host, port)) || hosts.Contains((host, AnyPort)));

    public static bool IsValid(string entry) => Read(entry) is not null;

    private const int AnyPort = 0;

    private static (string Host, int Port)? Read(string entry)
    {
        if (string.IsNullOrWhiteSpace(entry) || !Uri.TryCreate($"http://{entry.Trim()}", UriKind.Absolute, out var url) || url.PathAndQuery != "/")
        {
            return null;
        }

        // Uri hides whether port 80 was written.
        var port = entry.TrimEnd().EndsWith($":{url.Port}", StringComparison.Ordinal) ? url.Port : AnyPort;
        return HostSpelling.Normalise(url.Host) is { } host ? (HostSpelling.ReadAddress(host, out _)?.ToString() ?? host, port) : null;
    }
}
