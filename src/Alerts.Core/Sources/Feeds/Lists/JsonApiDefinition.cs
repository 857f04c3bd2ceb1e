namespace Alerts.Core.Sources.Feeds.Lists;

/// <summary>
/// Where a JSON API keeps its entries and their parts. A part is a path (<c>data.title</c>) or a template of several
/// (<c>{name} lost ${amount:n0}</c>; <c>:n0</c> groups digits).
/// </summary>
public sealed record JsonApiDefinition
{
    /// <summary>The path to the array; <c>$</c> when the document is the array.</summary>
    public required string Items { get; init; }

    public required string Title { get; init; }

    public string? Url { get; init; }

    /// <summary>Where people read about it when an entry has no address of its own; a fragment tells the entries apart.</summary>
    public string? Link { get; init; }

    /// <summary>What makes an entry itself; its address when left out.</summary>
    public IReadOnlyList<string> Id { get; init; } = [];

    public string? Date { get; init; }

    public string? Text { get; init; }
}
