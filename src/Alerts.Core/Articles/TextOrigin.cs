namespace Alerts.Core.Articles;

public enum TextOrigin
{
    /// <summary>Not read yet.</summary>
    None,

    /// <summary>The entry carried the full text.</summary>
    Entry,

    /// <summary>The page's main text.</summary>
    Page,

    /// <summary>The page refused or had no text; the entry's summary has to do.</summary>
    Summary,

    /// <summary>A caller sent it.</summary>
    Caller,
}
