using System.Collections.Frozen;

namespace Alerts.Core.Matching.Scanning;

/// <summary>What may follow a Korean noun in one written word: case particles, their combinations, the copula, the plural.</summary>
internal static class KoreanParticles
{
    public const int MaxLength = 6;

    private static readonly string[] s_plural = ["", "들"];

    private static readonly string[] s_particles =
    [
        "이", "가", "은", "는", "을", "를", "의", "께서", "께서는",
        "에", "에는", "에도", "에만", "에선", "에서", "에서는", "에서도", "에서만", "에서의", "에서부터", "에서까지",
        "에게", "에게는", "에게도", "에게만", "에게서", "에게로", "한테", "한테는", "한테서", "께",
        "로", "로는", "로도", "로만", "로의", "로서", "로서는", "로서의", "로써", "로부터", "로부터의", "로까지",
        "으로", "으로는", "으로도", "으로만", "으로의", "으로서", "으로서는", "으로서의", "으로써", "으로부터", "으로부터의", "으로까지",
        "와", "와는", "와도", "와의", "과", "과는", "과도", "과의", "랑", "이랑", "하고",
        "도", "만", "만이", "만은", "만을", "만의", "만으로", "만도", "뿐", "뿐만", "뿐이", "뿐만이",
        "부터", "부터는", "부터의", "까지", "까지는", "까지도", "까지의", "보다", "보다는", "보다도", "처럼", "같이", "마다", "조차", "마저", "밖에",
        "나", "이나", "이란", "란", "라", "이라", "라고", "이라고", "라는", "이라는", "라며", "이라며", "라면", "이라면", "라도", "이라도",
        "이며", "며", "이고", "고", "이자", "인", "인지", "인데", "이다", "이었다", "였다", "이던", "이었던", "였던", "입니다", "이었습니다", "였습니다",
        "측", "측은", "측이", "측을", "측의", "측에", "측에서", "측도", "측과",
    ];

    // Verbs made of a noun: 해킹하다, 탈취당하다.
    private static readonly string[] s_verbEndings =
    [
        "한", "할", "해", "해서", "하는", "하고", "하며", "하기", "했다", "했던", "했고", "했으며", "했다고", "하다", "한다", "합니다", "했습니다",
        "된", "될", "돼", "되는", "되고", "되며", "됐다", "됐던", "됐고", "됐으며", "됐다고", "되다", "된다", "됩니다", "됐습니다", "되었다",
        "당한", "당할", "당해", "당하는", "당하고", "당하며", "당했다", "당했던", "당했고", "당했으며", "당했다고", "당하다", "당했습니다",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_afterNoun =
        s_plural.SelectMany(plural => s_particles.Append("").Select(particle => plural + particle)).Where(p => p.Length > 0)
            .ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_afterVerbalNoun =
        s_verbEndings.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="continuation">The Hangul that follows the noun.</param>
    /// <param name="inflected">Whether the noun may be the stem of a verb.</param>
    public static bool MayFollow(ReadOnlySpan<char> continuation, bool inflected) =>
        s_afterNoun.Contains(continuation) || (inflected && s_afterVerbalNoun.Contains(continuation));
}
