using System.Text;
using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Knowledge;

/// <summary>What two spellings of one alias have in common: its words as the scanner folds them; hyphens, spaces and apostrophes do not count.</summary>
internal static class AliasKey
{
    public static string Of(string alias)
    {
        var key = new StringBuilder(alias.Length);
        Span<char> folded = stackalloc char[WordFolder.MaxLength * 2];
        var end = 0;
        for (; WordReader.TryRead(alias, end, out var start, out var next); end = next)
        {
            AppendMarks(key, alias.AsSpan(end, start - end));
            var word = alias.AsSpan(start, next - start);
            var length = WordFolder.Fold(word, folded);
            // One that is too long for an alias is like itself only.
            key.Append(length < 0 ? word : folded[..length]);
        }

        AppendMarks(key, alias.AsSpan(end));
        return key.ToString();
    }

    /// <summary>"XT.com" and "XTcom" are two names, "APT-38" and "APT 38" are one.</summary>
    private static void AppendMarks(StringBuilder key, ReadOnlySpan<char> between)
    {
        foreach (var c in between)
        {
            if (Characters.Fold(c) is var mark and ('.' or '+' or '&' or '$' or '#')) key.Append(mark);
        }
    }
}
