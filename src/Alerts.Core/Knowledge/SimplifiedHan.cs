using System.Collections.Frozen;

namespace Alerts.Core.Knowledge;

/// <summary>
/// The simplified form of a traditional Chinese character (<c>Knowledge/Data/han.txt</c>): what is known of 数字货币 is known of 數字貨幣. Aliases and texts in Japanese
/// are folded alike, so that nothing is lost there.
/// </summary>
internal static class SimplifiedHan
{
    private const string Resource = "Knowledge/han.txt";
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    private static readonly FrozenDictionary<char, char> s_simplified = Read();

    public static char Of(char c) => c is >= First and <= Last && s_simplified.TryGetValue(c, out var simplified) ? simplified : c;

    private static FrozenDictionary<char, char> Read()
    {
        using var stream = typeof(SimplifiedHan).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line is not ['#', ..]).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1]);
    }
}
