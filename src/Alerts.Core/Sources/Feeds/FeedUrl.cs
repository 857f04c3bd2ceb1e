namespace Alerts.Core.Sources.Feeds;

/// <summary>Addresses as feeds write them: relative, padded, with spaces, or of a scheme that nobody should follow.</summary>
internal static class FeedUrl
{
    /// <summary>The address made absolute; null when it is empty or of a scheme other than http and https.</summary>
    public static string? Resolve(string? reference, string? baseUrl)
    {
        if (reference is null)
            return null;
        var text = reference.AsSpan().Trim();
        if (text.IsEmpty)
            return null;
        if (IsWeb(text))
            return text.Length == reference.Length && !text.ContainsAny('\n', '\r', '\t') ? reference : Tidy(text);
        var scheme = SchemeLength(text);
        if (scheme > 0)
            return null;
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var absolute))
            return Tidy(text);
        return Uri.TryCreate(absolute, Tidy(text), out var resolved) && IsWeb(resolved.AbsoluteUri) ? resolved.AbsoluteUri : null;
    }

    /// <summary>The base that a nested <c>xml:base</c> leads to.</summary>
    public static string? Rebase(string? reference, string? baseUrl)
    {
        if (string.IsNullOrWhiteSpace(reference))
            return baseUrl;
        if (Uri.TryCreate(baseUrl, UriKind.Absolute, out var outer) && Uri.TryCreate(outer, reference.Trim(), out var combined))
            return combined.AbsoluteUri;
        return Uri.TryCreate(reference.Trim(), UriKind.Absolute, out var absolute) ? absolute.AbsoluteUri : baseUrl;
    }

    public static bool IsWeb(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOfAny(":/?#");
        if (colon <= 0 || text[colon] != ':' || !char.IsAsciiLetter(text[0]))
            return 0;
        foreach (var c in text[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return 0;
        }

        return colon;
    }

    private static string Tidy(ReadOnlySpan<char> text) =>
        text.ContainsAny('\n', '\r', '\t') ? new string(text).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal) : new string(text);
}
