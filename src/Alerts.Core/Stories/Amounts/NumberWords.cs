using System.Collections.Frozen;

namespace Alerts.Core.Stories.Amounts;

/// <summary>
/// "Two billion dollars", "sei milioni di dollari": numbers of one word, as headlines have them. A number of several ("thirty-five", "half a",
/// "deux cent") is not worked out, and its last word alone is none: better no sum than a wrong one.
/// </summary>
internal static class NumberWords
{
    /// <summary>Characters read back for the word before.</summary>
    private const int Reach = 14;

    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>> s_numbers = new[]
    {
        Of("en", "one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 fifteen:15 twenty:20 thirty:30 forty:40 fifty:50"),
        Of("de", "ein:1 eine:1 einer:1 zwei:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwölf:12 zwanzig:20 dreißig:30 vierzig:40 fünfzig:50 hundert:100"),
        Of("fr", "un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 vingt:20 trente:30 quarante:40 cinquante:50 cent:100"),
        Of("es", "un:1 una:1 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 veinte:20 treinta:30 cuarenta:40 cincuenta:50 cien:100"),
        Of("it", "un:1 due:2 tre:3 quattro:4 cinque:5 sei:6 sette:7 otto:8 nove:9 dieci:10 undici:11 dodici:12 venti:20 trenta:30 quaranta:40 cinquanta:50 cento:100"),
        Of("pt", "um:1 uma:1 dois:2 duas:2 três:3 quatro:4 cinco:5 seis:6 sete:7 oito:8 nove:9 dez:10 onze:11 doze:12 vinte:20 trinta:30 quarenta:40 cinquenta:50 cem:100"),
        Of("ru", "один:1 одна:1 два:2 две:2 двух:2 три:3 трех:3 трёх:3 четыре:4 пять:5 пяти:5 шесть:6 семь:7 восемь:8 девять:9 десять:10 двадцать:20 тридцать:30 сорок:40 пятьдесят:50 сто:100"),
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>What makes of the next word a part of a longer number, or of a fraction.</summary>
    private static readonly FrozenSet<string> s_parts = new[]
    {
        "half", "quarter", "third", "hundred", "thousand", "point", "and", "of", "halbe", "halben", "viertel", "hundert", "tausend", "komma", "und",
        "demi", "quart", "mille", "cents", "virgule", "et", "medio", "media", "cuarto", "mil", "ciento", "cientos", "coma", "y", "mezzo", "mezza", "quarto", "mila", "virgola", "e",
        "meio", "meia", "cento", "vírgula", "пол", "половина", "половины", "четверть", "сто", "двести", "триста", "целых", "тысяч", "и",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Null for other words, and for one that goes on a number.</returns>
    /// <param name="at">Where a word begins.</param>
    public static (int Value, int End)? At(string text, int at, string language)
    {
        if (!s_numbers.TryGetValue(language, out var numbers)) return null;
        var end = at;
        while (end < text.Length && end - at < Reach && char.IsLetter(text[end])) end++;
        Span<char> word = stackalloc char[Reach];
        var length = text.AsSpan(at, end - at).ToLowerInvariant(word);
        return numbers.TryGetValue(word[..length], out var value) && !IsPart(text, at, numbers) ? (value, end) : null;
    }

    private static bool IsPart(string text, int at, FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers)
    {
        var end = at;
        while (end > 0 && at - end < 2 && text[end - 1] is ' ' or '-' or '\u00A0') end--;
        var from = end;
        while (from > 0 && end - from < Reach && char.IsLetter(text[from - 1])) from--;
        Span<char> word = stackalloc char[Reach];
        var before = word[..text.AsSpan(from, end - from).ToLowerInvariant(word)];
        return s_parts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before) || numbers.ContainsKey(before) || (end > 0 && char.IsAsciiDigit(text[end - 1]));
    }

    private static KeyValuePair<string, FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>> Of(string language, string numbers) => new(
        language,
        numbers.Split(' ').Select(entry => entry.Split(':')).ToFrozenDictionary(parts => parts[0], parts => int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>());
}
