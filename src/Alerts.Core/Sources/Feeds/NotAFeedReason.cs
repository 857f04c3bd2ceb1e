namespace Alerts.Core.Sources.Feeds;

public enum NotAFeedReason
{
    /// <summary>Nothing but white space arrived.</summary>
    Empty,

    /// <summary>An HTML page: a moved feed, a bot check, a consent page. Its feed links, if any, are given.</summary>
    HtmlPage,

    /// <summary>XML or JSON of some other vocabulary.</summary>
    UnknownVocabulary,

    /// <summary>Neither XML nor JSON nor HTML, or an encoding that is refused.</summary>
    Unreadable,
}
