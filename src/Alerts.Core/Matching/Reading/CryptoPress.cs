using System.Buffers;
using Alerts.Core.Articles;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Whether a house that writes of crypto published an article, by its host or its name: there "Euler hacker returns $200 million" needs no word that says
/// which Euler; elsewhere it does.
/// </summary>
internal static class CryptoPress
{
    private static readonly Lazy<SearchValues<string>> s_pieces = new(() => SearchValues.Create([.. EmbeddedData.Lines("Matching/press.txt")], StringComparison.OrdinalIgnoreCase));

    public static bool Published(Article article)
    {
        var host = Uri.TryCreate(article.Url, UriKind.Absolute, out var url) ? url.Host : "";
        return host.AsSpan().ContainsAny(s_pieces.Value) || article.Publisher.AsSpan().ContainsAny(s_pieces.Value);
    }
}
