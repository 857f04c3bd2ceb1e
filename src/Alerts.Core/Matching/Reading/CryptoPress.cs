using Alerts.Core.Articles;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Whether a house that writes of crypto published an article, by its host or its name: there "Euler hacker returns $200 million" needs no word that says
/// which Euler; elsewhere it does.
/// </summary>
internal static class CryptoPress
{
    private const string Resource = "Matching/press.txt";

    private static readonly Lazy<string[]> s_pieces = new(Read);

    public static bool Published(Article article)
    {
        var host = Uri.TryCreate(article.Url, UriKind.Absolute, out var url) ? url.Host : "";
        return Array.Exists(s_pieces.Value, piece =>
            host.Contains(piece, StringComparison.OrdinalIgnoreCase) || article.Publisher.Contains(piece, StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Read()
    {
        using var stream = typeof(CryptoPress).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }
}
