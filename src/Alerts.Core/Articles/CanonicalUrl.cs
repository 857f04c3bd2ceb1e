using Alerts.Core.Sources;

namespace Alerts.Core.Articles;

/// <summary>
/// The one address that stands for all ways to link to a page. What only says where a click came from goes: tracking parameters, AMP
/// variants, index pages, default ports, fragments of widgets. Whatever may tell two pages apart stays: every other parameter in its order, the
/// path's case, and a fragment that names a part, because some sites list all their news as parts of one page.
/// </summary>
public static class CanonicalUrl
{
    private static readonly string[] IndexPages = ["index.html", "index.htm", "index.php", "index.asp", "index.aspx", "index.jsp", "default.asp", "default.aspx", "default.htm", "default.html"];

    public static string Of(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Of(url.OriginalString);
    }

    /// <summary>
    /// Empty for what is no address; unchanged for other schemes than http and https. A <c>ref</c> parameter counts as tracking when it names
    /// the page's own site or one of <paramref name="referrers"/> (the feed, the page that linked).
    /// </summary>
    public static string Of(string url, params ReadOnlySpan<string?> referrers)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri))
            return "";
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            return url;
        if (uri.Host.Length == 0)
            return "";
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        var path = uri.AbsolutePath;
        if (AmpCache(host, path) is { } cached)
            return Of(cached, referrers);
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{uri.Scheme}://{WithoutAmp(host)}{port}{Path(path)}{Query(uri, referrers)}{Fragment(uri.Fragment)}";
    }

    /// <summary><c>www-example-com.cdn.ampproject.org/c/s/www.example.com/story</c> and <c>www.google.com/amp/s/www.example.com/story</c> hold the page's own address.</summary>
    private static string? AmpCache(string host, string path)
    {
        var marker = host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) ? "/c/" : host.StartsWith("www.google.", StringComparison.Ordinal) ? "/amp/" : null;
        if (marker is null)
            return null;
        var rest = path.StartsWith(marker, StringComparison.Ordinal) ? path[marker.Length..] : path.StartsWith("/v/", StringComparison.Ordinal) && marker == "/c/" ? path[3..] : null;
        if (rest is null)
            return null;
        var secure = rest.StartsWith("s/", StringComparison.Ordinal);
        rest = secure ? rest[2..] : rest;
        return rest.Contains('.', StringComparison.Ordinal) ? (secure ? "https://" : "http://") + rest : null;
    }

    private static string WithoutAmp(string host) => host.StartsWith("amp.", StringComparison.Ordinal) && host.AsSpan(4).Contains('.') ? host[4..] : host;

    private static string Path(string path)
    {
        var trimmed = path;
        if (trimmed.EndsWith("/amp/", StringComparison.OrdinalIgnoreCase) && trimmed.Length > 5)
            trimmed = trimmed[..^4];
        else if (trimmed.EndsWith("/amp", StringComparison.OrdinalIgnoreCase) && trimmed.Length > 4)
            trimmed = trimmed[..^4];
        else if (trimmed.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase))
            trimmed = trimmed[..^9] + ".html";
        else if (trimmed.EndsWith(".amp", StringComparison.OrdinalIgnoreCase))
            trimmed = trimmed[..^4];
        else if (trimmed.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) && trimmed.Length > 5)
            trimmed = trimmed[4..];
        foreach (var index in IndexPages)
        {
            if (trimmed.EndsWith("/" + index, StringComparison.OrdinalIgnoreCase))
                trimmed = trimmed[..^index.Length];
        }

        // One story under "/story" and "/story/" is one story; the root keeps its slash.
        return trimmed.Length > 1 ? trimmed.TrimEnd('/') is { Length: > 0 } bare ? bare : "/" : "/";
    }

    private static string Query(Uri uri, ReadOnlySpan<string?> referrers)
    {
        var query = uri.Query.TrimStart('?');
        if (query.Length == 0)
            return "";
        var kept = new List<string>();
        var removed = false;
        foreach (var part in query.Split('&'))
        {
            if (part.Length > 0 && !TrackingParameters.IsTracking(part) && !IsReferrer(part, uri.Host, referrers))
                kept.Add(part);
            else
                removed = true;
        }

        if (kept.Count == 0)
            return "";
        // Both are ways to write a space in a query.
        var text = removed ? string.Join('&', kept).Replace("%20", "+", StringComparison.Ordinal) : string.Join('&', kept);
        return "?" + text;
    }

    private static bool IsReferrer(string part, string host, ReadOnlySpan<string?> referrers)
    {
        if (!part.StartsWith("ref=", StringComparison.OrdinalIgnoreCase))
            return false;
        var site = part[4..];
        if (site.Equals(host, StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var referrer in referrers)
        {
            if (Uri.TryCreate(referrer, UriKind.Absolute, out var other) && site.Equals(other.Host, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string Fragment(string fragment) => TrackingParameters.IsNoise(fragment) ? "" : fragment;
}
