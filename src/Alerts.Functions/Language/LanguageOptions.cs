using System.ComponentModel.DataAnnotations;

namespace Alerts.Functions.Language;

/// <summary>Section <c>Alerts:Language</c>. Without an endpoint nothing is asked and matching works unchanged.</summary>
public sealed class LanguageOptions
{
    public const string Section = "Alerts:Language";

    /// <summary>Of the Azure AI Language resource, with a name of its own: <c>https://NAME.cognitiveservices.azure.com/</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Text records that may be spent in a day (UTC), over all instances. An article of news is about 5 records for each of
    /// one or two questions; a thousand records cost about a dollar. Too low: later hits of a busy day go without. Zero: none is asked.
    /// </summary>
    [Range(0, 10_000_000)]
    public int DailyRecords { get; set; } = 3_000;
}
