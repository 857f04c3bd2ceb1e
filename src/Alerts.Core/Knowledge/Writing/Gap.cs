namespace Alerts.Core.Knowledge.Writing;

/// <summary>
/// What stands between two neighbouring words, as a number that can be part of a key. Spaces, one hyphen, underscore or apostrophe are all
/// <see cref="Soft"/>; punctuation is a hash of itself; a line feed, which ends a paragraph in the texts that are read here, or anything long is <see cref="Never"/>.
/// </summary>
internal static class Gap
{
    public const ulong None = 0;
    public const ulong Soft = 1;
    public const ulong Never = 2;

    private const int MaxLength = 16;

    public static ulong Of(ReadOnlySpan<char> gap)
    {
        if (gap.Length == 1 && gap[0] == ' ')
            return Soft;
        if (gap.Length > MaxLength)
            return Never;
        int lines = 0, joiners = 0;
        bool spaceBefore = false, spaceAfter = false, hard = false;
        ulong hash = 0xCBF2_9CE4_8422_2325;
        bool inSpace = false;
        foreach (char c in gap)
        {
            CharacterClass kind = Characters.ClassOf(c);
            if (kind == CharacterClass.Ignored)
                continue;
            bool space = kind is CharacterClass.Space or CharacterClass.LineBreak;
            lines += kind == CharacterClass.LineBreak ? 1 : 0;
            joiners += kind == CharacterClass.Joiner ? 1 : 0;
            spaceBefore |= space && joiners == 0;
            spaceAfter |= space && joiners > 0 && lines == 0;
            hard |= !space && kind != CharacterClass.Joiner;
            if (!(space && inSpace))
                hash = (hash ^ (space ? ' ' : Characters.Fold(c))) * 0x0000_0100_0000_01B3;
            inSpace = space;
        }
        // "Trader-" at a line's end is a name that was broken.
        if (lines > 1 || (lines == 1 && joiners == 0))
            return Never;
        // "Lazarus - Group" is two names.
        bool dash = joiners > 1 || (joiners == 1 && (spaceBefore || spaceAfter));
        return hard || dash ? hash | 4 : spaceBefore || joiners > 0 ? Soft : None;
    }
}
