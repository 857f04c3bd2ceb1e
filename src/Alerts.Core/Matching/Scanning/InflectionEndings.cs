using System.Collections.Frozen;

namespace Alerts.Core.Matching.Scanning;

/// <summary>
/// Inflection as data. A row's first ending is the one that an alias has as it is given, the others are what may stand in
/// its place; "-" is no ending.
/// The longest base ending that fits decides. Rows are generous: a form that the language does not have does not occur in texts either.
/// </summary>
public static class InflectionEndings
{
    /// <summary>Shorter stems say too little: such a word matches as it is.</summary>
    private const int MinStemLength = 3;

    private static readonly FrozenDictionary<string, string[][]> s_rows = new Dictionary<string, string[]>
    {
        ["en"] =
        [
            "- s es ed ing", "e es ed ing", "y ies ied ying", "s ses", "ed", "ing",
        ],
        ["ru"] =
        [
            // nouns
            "- а у ом ем е ы и о ов ев ам ами ах",
            "а ы и у е ой ою - ам ами ах", "я и ю е ей ею ь ям ями ях", "ия ии ию ией иею ий иям иями иях",
            "ь я ю ем е и ей ью ям ями ях", "й я ю ем е и ев ям ями ях", "ий ия ию ием ии иев иям иями иях",
            "о а у ом е - ам ами ах", "е я ю ем и й ям ями ях", "ие ия ию ием ии ий иям иями иях",
            "ы - а у ом е ов ам ами ах", "и - а у ом е ов ей ам ами ах", "ец ца цу цем це цы цев цам цами цах",
            // adjectives, participles
            "ый ого ому ым ом ая ой ую ое ые ых ыми", "ой ого ому ым ом ая ую ое ые ых ыми им ие их ими",
            "ая ой ую ый ого ому ым ом ое ые ых ыми", "ое ого ому ым ом ый ая ой ую ые ых ыми", "ые ых ым ыми ый ого ому ом ая ой ую ое",
            "кий кого кому ким ком кая кой кую кое кие ких кими", "гий гого гому гим гом гая гой гую гое гие гих гими",
            "кая кой кую кий кого кому ким ком кое кие ких кими", "кие ких ким кими кий кого кому ком кая кой кую кое",
            "щий щего щему щим щем щая щей щую щее щие щих щими", "ший шего шему шим шем шая шей шую шее шие ших шими",
            // verbs
            "ать ал ала ало али ает ают ан ана ано аны", "ить ил ила ило или ит ят ен ена ено ены", "ил ила ило или", "ал ала ало али",
        ],
        ["de"] =
        [
            "- e en er es em s n ern ens", "e en er es em n ns -", "en e er es em ens", "er e en es em ern ers n s", "isch ische ischen ischer isches ischem",
            "s sse ssen", "um ums en", "in innen",
        ],
        ["es"] =
        [
            "- s es a as", "o a os as", "a as o os", "e es", "os o a as", "as a o os", "or ora ores oras", "z ces", "és esa eses esas", "ón ones ona onas",
            "ar a an ó aron ado ada ados adas ando aba aban ará arán arse", "er e en ió ieron ido ida idos idas iendo", "ir e en ió ieron ido ida idos idas iendo",
            "ido ida idos idas", "ado ada ados adas",
        ],
        ["fr"] =
        [
            "- s e es x", "e es s", "é ée és ées", "en enne ens ennes", "on onne ons onnes", "eur eurs euse euses rice rices", "al ale als aux ales", "eau eaux",
            "if ive ifs ives", "eux euse euses", "er e es ent é ée és ées ait aient ant era eront", "ir i ie is ies it issent issait", "re t ts u ue us ues",
        ],
    }.ToFrozenDictionary(language => language.Key, language => Parse(language.Value));

    /// <summary>Every form of a word in lower case; the word alone when the language has no rows or the stem would be too short.</summary>
    internal static WordForms FormsOf(string word, string? language)
    {
        string[][]? rows = s_rows.GetValueOrDefault(language?.Split('-')[0].ToLowerInvariant() ?? "");
        string[]? best = null;
        foreach (string[] row in rows ?? [])
        {
            if (word.EndsWith(row[0], StringComparison.Ordinal) && (best is null || row[0].Length > best[0].Length))
                best = row;
        }
        int stem = word.Length - (best?[0].Length ?? 0);
        return best is not null && stem >= MinStemLength ? new(word[..stem], best) : WordForms.Only(word);
    }

    private static string[][] Parse(string[] rows) =>
        [.. rows.Select(row => row.Split(' ').Select(ending => ending == "-" ? "" : ending).ToArray())];
}
