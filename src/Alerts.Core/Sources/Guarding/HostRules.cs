namespace Alerts.Core.Sources.Guarding;

/// <summary>Names that never belong to a public server, whatever a resolver makes of them.</summary>
public static class HostRules
{
    /// <summary>Special-use and customary private top-level names, and domains that networks use inside.</summary>
    private static readonly string[] PrivateSuffixes =
    [
        "alt", "arpa", "cluster", "consul", "corp", "docker", "home", "internal", "intra", "intranet", "invalid", "lan", "local", "localdomain",
        "localhost", "mail", "node", "onion", "private", "priv", "svc", "test", "workgroup",
        "ec2.internal", "metadata.goog", "metadata.tencentyun.com", "metadata.platformequinix.com",
    ];

    /// <summary>
    /// Domains whose names resolve to whatever address the name spells, or always to loopback. They are refused before a look-up:
    /// no publisher uses them, and a resolver that lies or answers twice differently cannot be used to probe through them.
    /// </summary>
    private static readonly string[] AnyAddressDomains =
    [
        "nip.io", "sslip.io", "xip.io", "xip.name", "traefik.me", "backname.io", "local-ip.co", "local-ip.sh", "localtls.my", "plex.direct",
        "localtest.me", "lvh.me", "vcap.me", "lacolhost.com", "localho.st", "yoogle.com",
        "fuf.me", "ulh.us", "127-0-0-1.org.uk", "local.sisteminha.com", "1u.ms", "rbndr.us", "rebind.network", "rebind.it", "rbnd.gl0.eu",
        "spoofed.burpcollaborator.net", "bugbounty.dod.network",
    ];

    /// <returns>Null for a name that may be looked up; else why not.</returns>
    public static string? WhyNotPublic(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (host.Length > 253 || host.Split('.').Any(label => label.Length is 0 or > 63))
        {
            return "no valid host name";
        }

        if (!host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            return "no valid host name";
        }

        if (!host.Contains('.', StringComparison.Ordinal))
        {
            return "a name of the local network";
        }

        return PrivateSuffixes.Any(suffix => IsIn(host, suffix)) ? "a private name"
            : AnyAddressDomains.Any(domain => IsIn(host, domain)) ? "a domain that resolves to any address"
            : null;
    }

    private static bool IsIn(string host, string domain) =>
        host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
}
