using System.Buffers;

namespace Alerts.Core.Sources.Guarding;

/// <summary>What may be asked at all: http or https, no credentials, a web port, a host that is public as far as its name tells.</summary>
public static class UrlRules
{
    /// <summary>Nobody's address is longer, and logs and tables have to hold it.</summary>
    public const int MaxLength = 4_096;

    /// <summary>Characters that parsers of URLs read differently from each other where a host ends.</summary>
    private static readonly SearchValues<char> Confusing = SearchValues.Create("\\ \"<>^`{|}");

    /// <summary>Stricter than the type <see cref="Uri"/>, which mends what it reads: what needs mending is refused.</summary>
    public static UrlVerdict Check(string? url, AllowedHosts allowed)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return new UrlVerdict.Refused("the URL is empty");
        }

        url = url.Trim(' ');
        if (url.Length > MaxLength)
        {
            return new UrlVerdict.Refused($"the URL is longer than {MaxLength} characters");
        }

        if (url.Any(char.IsControl))
        {
            return new UrlVerdict.Refused("the URL holds control characters");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed))
        {
            return new UrlVerdict.Refused("that is no URL");
        }

        return AuthorityOf(url) is { } authority && (authority.AsSpan().ContainsAny(Confusing) || authority.Contains('%'))
            ? new UrlVerdict.Refused("the URL's host holds characters that no host has")
            : Check(parsed, allowed);
    }

    public static UrlVerdict Check(Uri url, AllowedHosts allowed)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(allowed);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return new UrlVerdict.Refused("only http and https URLs are fetched");
        }

        if (url.UserInfo.Length > 0)
        {
            return new UrlVerdict.Refused("the URL holds credentials");
        }

        if (HostSpelling.Normalise(url.Host) is not { } host)
        {
            return new UrlVerdict.Refused("the URL names no valid host");
        }

        var address = HostSpelling.ReadAddress(host, out var isNumber);
        host = address?.ToString() ?? host;
        if (allowed.Contains(host, url.Port))
        {
            return new UrlVerdict.Allowed(url, host, address, IsOpened: true);
        }

        if (isNumber)
        {
            var why = address is null ? "no valid address" : AddressRules.WhyNotPublic(address);
            if (why is not null)
            {
                return new UrlVerdict.Refused($"{host} is no public address ({why})");
            }
        }
        else if (HostRules.WhyNotPublic(host) is { } why)
        {
            return new UrlVerdict.Refused($"{host} is no public host ({why})");
        }

        return PortRules.IsForWeb(url.Port)
            ? new UrlVerdict.Allowed(url, host, address, IsOpened: false)
            : new UrlVerdict.Refused($"port {url.Port} is not for the web");
    }

    private static string? AuthorityOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var rest = url.AsSpan(start + 3);
        var end = rest.IndexOfAny('/', '?', '#');
        return (end < 0 ? rest : rest[..end]).ToString();
    }
}
