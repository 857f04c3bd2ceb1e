namespace Alerts.Core.Matching.Reading;

/// <summary>Whether a headline writes all its words with capitals, as the English-language press does: then a capital does not tell a name.</summary>
internal static class TitleCase
{
    /// <summary>Shorter ones are small in most houses' styles.</summary>
    private const int LongWord = 5;
    private const int Few = 2;

    public static bool Is(ReadOnlySpan<char> title)
    {
        var (capital, small) = (0, 0);
        for (var at = 0; at < title.Length;)
        {
            var start = at;
            while (at < title.Length && (char.IsLetter(title[at]) || title[at] is '\'' or '’')) at++;
            if (at - start >= LongWord)
            {
                if (char.IsUpper(title[start])) capital++;
                else small++;
            }

            if (at == start) at++;
        }

        return capital >= Few && small * 4 <= capital;
    }
}
