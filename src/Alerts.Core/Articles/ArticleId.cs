namespace Alerts.Core.Articles;

/// <summary>
/// Derived from the canonical URL: eight digits of the host's hash, then 24 of the URL's. Articles of one host thus share
/// a table partition and go to the store in batches, while the id alone still finds the row.
/// </summary>
public static class ArticleId
{
    public const int PartitionLength = 8;

    public static string Of(string canonicalUrl)
    {
        var host = Uri.TryCreate(canonicalUrl, UriKind.Absolute, out var uri) ? uri.Host : "";
        return string.Concat(DerivedId.Of("host", host).AsSpan(0, PartitionLength), DerivedId.Of("article", canonicalUrl).AsSpan(0, 24));
    }

    public static string PartitionOf(string id) => id.Length > PartitionLength ? id[..PartitionLength] : id;
}
