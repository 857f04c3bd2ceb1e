namespace Alerts.Core.Sources.Feeds;

internal enum FeedTextKind
{
    Plain,
    Html,

    /// <summary>The format does not say (RSS titles and descriptions): HTML if it reads like HTML.</summary>
    Unsure,
}
