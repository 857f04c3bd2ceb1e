using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Alerts.Core.Matching.Naming;

/// <summary>"Four North Koreans", "deux frères", "3명": how many people a text speaks of.</summary>
internal static partial class CountedPeople
{
    private static readonly FrozenDictionary<string, int> s_numerals = new (int Count, string Words)[]
    {
        (2, "two deux zwei dos due dois двое двух двоих"),
        (3, "three trois drei tres tre três трое трёх трех троих"),
        (4, "four quatre vier cuatro quattro quatro четверо четырёх четырех"),
        (5, "five cinq fünf cinco cinque пять"),
        (6, "six sechs seis sei шесть"),
        (7, "seven sept sieben siete sette sete семь"),
        (8, "eight huit acht ocho otto oito восемь"),
        (9, "nine neuf neun nueve nove девять"),
        (10, "ten dix zehn diez dieci dez десять"),
    }.SelectMany(numeral => numeral.Words.Split(' ').Select(word => KeyValuePair.Create(word, numeral.Count))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<int> In(string text) => People().Matches(text).Select(match => match.Groups["count"].Value)
        .Select(word => s_numerals.TryGetValue(word, out var count) ? count : int.TryParse(word, CultureInfo.InvariantCulture, out var digits) ? digits : 0).Where(count => count > 1).Distinct();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<count>\p{L}{3,9}|[2-9]|10)\s(?:(?:North|alleged|suspected|young|French|Chinese|Russian)\s)?(?:Koreans?|nationals|citizens|hackers|brothers|men|people|suspects|individuals|operatives|defendants|Français|frères|hommes|suspects|Männer|Brüder|hombres|hermanos|nordcoreani|fratelli|homens|irmãos|северокорейц\w+|хакер\w+|граждан\w*|человек\w*)|(?<count>[2-9])\s?(?:명|人|名)", RegexOptions.IgnoreCase)]
    private static partial Regex People();
}
