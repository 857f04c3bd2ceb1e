namespace Alerts.Core.Matching.Reading;

/// <summary>What <c>Matching/Data/amounts.json</c> holds. Words may have braces: "million{,s}".</summary>
/// <param name="NeedUnits">Multipliers that are other words too ("mm"), and make no sum without a unit.</param>
/// <param name="Things">What is counted and has no price.</param>
/// <param name="NotTickers">Capitals behind a number that are no token.</param>
/// <param name="Between">Words between a number and its unit.</param>
/// <param name="As">Words between a large sum and the coins that it is in: "1.75 million in bitcoin" is money.</param>
/// <param name="Follows">Words that may stand behind a sum without a unit.</param>
/// <param name="Counted">Characters behind a number of people or things.</param>
/// <param name="About">Characters for "some" behind a number.</param>
/// <param name="Pieces">Characters that count coins.</param>
internal sealed record AmountFile(
    IReadOnlyList<MultiplierWords> Multipliers,
    IReadOnlyList<string> NeedUnits,
    IReadOnlyDictionary<string, Dictionary<string, decimal>> MultipliersByLanguage,
    IReadOnlyList<UnitWords> Currencies,
    IReadOnlyList<UnitWords> Tokens,
    IReadOnlyList<string> Things,
    IReadOnlyList<string> NotTickers,
    IReadOnlyList<string> Between,
    IReadOnlyList<DollarStems> Dollars,
    IReadOnlyList<string> As,
    IReadOnlyList<string> Follows,
    string Counted,
    string About,
    string Pieces,
    RangeWords Range,
    WholeWords Whole);

internal sealed record MultiplierWords(decimal Value, IReadOnlyList<string> Words);

/// <param name="Unit">ISO 4217 code or ticker.</param>
/// <param name="Signs">One character each.</param>
/// <param name="Unspaced">In scripts without spaces, where it follows the number at once.</param>
/// <param name="Capitals">Counts in capitals only.</param>
internal sealed record UnitWords(string Unit, IReadOnlyList<string> Words, string? Signs = null, IReadOnlyList<string>? Unspaced = null, bool Capitals = false);

/// <param name="Stems">What the words for the country begin with.</param>
internal sealed record DollarStems(string Unit, IReadOnlyList<string> Stems);

/// <param name="Unspaced">Between two numbers without a space: "6億から10億ドル", "2.2亿至2.6亿美元".</param>
internal sealed record RangeWords(IReadOnlyList<string> Unspaced, IReadOnlyList<string> Until, IReadOnlyList<string> And, IReadOnlyList<string> Between);

/// <summary>"$162 million of the $223 million".</summary>
/// <param name="Of">Leads from a part to the whole.</param>
/// <param name="Before">May stand between that and the whole's sum.</param>
internal sealed record WholeWords(IReadOnlyList<string> Of, IReadOnlyList<string> Before);
