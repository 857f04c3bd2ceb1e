namespace Alerts.Core.Sources.Feeds.Lists;

/// <summary>Where a page lists its entries: CSS selectors, all but the first within an item. <c>selector@attribute</c> takes an attribute instead of the text.</summary>
public sealed record HtmlListDefinition
{
    public required string Items { get; init; }

    public required string Title { get; init; }

    /// <summary>The anchor. Without it, or where an item has none, the page's address with a fragment stands for the entry.</summary>
    public string? Link { get; init; }

    public string? Date { get; init; }

    public string? Text { get; init; }
}
