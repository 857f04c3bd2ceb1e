namespace Alerts.Core.Sources.Feeds;

/// <summary>What the answer said about the body. <paramref name="Url"/> is the address that finally answered, after redirects.</summary>
public sealed record FeedContext(Uri? Url = null, string? ContentType = null, string? ContentLocation = null, string? ContentLanguage = null)
{
    public static FeedContext None { get; } = new();
}
