namespace Alerts.Web;

/// <summary>What a caller may push at once.</summary>
public static class ArticleLimits
{
    public const int BatchCount = 100;

    /// <summary>Of the body, in all.</summary>
    public const int BatchBytes = 2 * 1024 * 1024;

    /// <summary>Of one article, alone or in a batch.</summary>
    public const int ArticleBytes = 64 * 1024;

    /// <summary>Articles that a caller may wait for: their pages are fetched while the request stands.</summary>
    public const int WaitCount = 10;
}
