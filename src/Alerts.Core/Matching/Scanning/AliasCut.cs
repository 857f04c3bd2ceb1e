using System.Text;

namespace Alerts.Core.Matching.Scanning;

/// <summary>The spellings in which a name written as one word falls apart.</summary>
internal static class AliasCut
{
    /// <summary>Shorter parts are too often words of their own: "bit by bit" is not ByBit.</summary>
    private const int MinPart = 3;

    /// <summary>"TraderTraitor" → "Trader Traitor"; null when it has no hump.</summary>
    public static string? AtHumps(string alias)
    {
        if (!HasHump(alias))
            return null;
        var cut = new StringBuilder();
        int part = 0;
        for (int i = 0; i < alias.Length; i++)
        {
            bool hump = i > 0 && char.IsLower(alias[i - 1]) && char.IsUpper(alias[i]);
            if (hump && (i - part < MinPart || LettersFrom(alias, i) < MinPart))
                return null;
            if (hump)
            {
                cut.Append(alias, part, i - part).Append(' ');
                part = i;
            }
            else if (!char.IsLetterOrDigit(alias[i]))
            {
                cut.Append(alias, part, i - part + 1);
                part = i + 1;
            }
        }
        cut.Append(alias, part, alias.Length - part);
        return cut.Length == alias.Length ? null : cut.ToString();
    }

    /// <summary>"APT38" → "APT 38"; null when it is not letters and then a number.</summary>
    public static string? BeforeNumber(string alias)
    {
        int letters = alias.AsSpan().IndexOfAnyInRange('0', '9');
        return letters >= 2 && alias.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0 && alias.AsSpan(0, letters).IndexOfAnyExcept(s_letters) < 0
            ? alias.Insert(letters, " ")
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> s_letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Most names have none, and hundreds of thousands are asked.
    private static bool HasHump(string alias)
    {
        for (int i = 1; i < alias.Length; i++)
        {
            if (char.IsUpper(alias[i]) && char.IsLower(alias[i - 1]))
                return true;
        }
        return false;
    }

    private static int LettersFrom(string alias, int start)
    {
        int end = start;
        while (end < alias.Length && char.IsLetterOrDigit(alias[end]))
            end++;
        return end - start;
    }
}
