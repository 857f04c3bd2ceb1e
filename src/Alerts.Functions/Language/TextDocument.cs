namespace Alerts.Functions.Language;

/// <summary>A piece of an article's text that fits into one document of the service.</summary>
/// <param name="Start">Where the piece begins in the article's text, in UTF-16 code units.</param>
/// <param name="Elements">Its length as the service measures it.</param>
public sealed record TextDocument(string Id, string Text, int Start, int Elements, string? Language)
{
    // https://learn.microsoft.com/azure/ai-services/language-service/entity-linking/language-support
    private static readonly HashSet<string> LinkedLanguages = ["en", "es"];

    public bool CanBeLinked => Language is not null && LinkedLanguages.Contains(Language);

    /// <summary>What asking about it costs: entities, and linked entities where the language has them.</summary>
    public int Records => (Elements + ServiceLimits.ElementsPerRecord - 1) / ServiceLimits.ElementsPerRecord * (CanBeLinked ? 2 : 1);
}
