using System.Buffers;
using Alerts.Core.Articles;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Whether a house that writes of crypto published an article, by its host or its name: there "Euler hacker returns $200 million" needs no word that says
/// which Euler; elsewhere it does.
/// </summary>
internal static class CryptoPress
{
    private const string Resource = "Matching/press.txt";

    private static readonly Lazy<SearchValues<string>> s_pieces = new(Read);

    public static bool Published(Article article)
    {
        var host = Uri.TryCreate(article.Url, UriKind.Absolute, out var url) ? url.Host : "";
        return host.AsSpan().ContainsAny(s_pieces.Value) || article.Publisher.AsSpan().ContainsAny(s_pieces.Value);
    }

    private static SearchValues<string> Read()
    {
        using var stream = typeof(CryptoPress).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return SearchValues.Create([.. lines.Where(line => line[0] != '#')], StringComparison.OrdinalIgnoreCase);
    }
}
