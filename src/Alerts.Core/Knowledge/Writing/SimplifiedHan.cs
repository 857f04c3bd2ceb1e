using System.Collections.Frozen;

namespace Alerts.Core.Knowledge.Writing;

/// <summary>
/// The simplified form of a traditional Chinese character (<c>Knowledge/Data/han.txt</c>): what is known of 数字货币 is known of 數字貨幣. Aliases and texts in Japanese
/// are folded alike, so that nothing is lost there.
/// </summary>
internal static class SimplifiedHan
{
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    private static readonly FrozenDictionary<char, char> s_simplified =
        EmbeddedData.Lines("Knowledge/han.txt").SelectMany(line => line.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static char Of(char c) => c is >= First and <= Last && s_simplified.TryGetValue(c, out var simplified) ? simplified : c;
}
