using System.Buffers;

namespace Alerts.Core.Delivery;

/// <summary>Decides which addresses of others become links: whole http and https URLs, nothing that could run or read.</summary>
public static class WebUrl
{
    private const int MaxLength = 1_000;

    private static readonly SearchValues<char> Unfit = SearchValues.Create(" \"'<>\\^`{|}");

    /// <returns>The URL in a form without spaces, quotes or angle brackets; null where it must stay text.</returns>
    public static string? TryClean(string? text) =>
        text is { Length: > 0 and <= MaxLength } && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.UserInfo.Length == 0
        && url.AbsoluteUri is { Length: <= MaxLength } clean && !clean.AsSpan().ContainsAny(Unfit)
            ? clean
            : null;
}
