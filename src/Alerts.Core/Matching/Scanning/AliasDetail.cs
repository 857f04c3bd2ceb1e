namespace Alerts.Core.Matching.Scanning;

/// <summary>What only some aliases have to be checked for.</summary>
internal sealed class AliasDetail
{
    /// <summary>The words with their endings, in the alias's own case where it has to be kept everywhere.</summary>
    public WordForms[]? Forms { get; init; }

    /// <summary>The same with the capitals that one that is cut at its humps has to keep.</summary>
    public WordForms[]? CutForms { get; init; }

    /// <summary>The letters in the alias's own case, when that counts.</summary>
    public string? Exact { get; init; }

    /// <summary>"TraderTraitor" cut at its humps: with spaces between, it has to keep its capitals ("hit BTC" is not HitBTC).</summary>
    public bool CutAtHumps { get; init; }

    /// <summary>The symbol that must stand before the first word ($DRIFT, #DPRK), or '\0'.</summary>
    public char Lead { get; init; }

    /// <summary>The first or last character is an ideograph that must not continue on that side.</summary>
    public bool BoundedStart { get; init; }

    public bool BoundedEnd { get; init; }
}
