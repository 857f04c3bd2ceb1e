using System.Text;

namespace Alerts.Core.Sources.Robots;

/// <summary>
/// What a robots.txt (RFC 9309) lets one agent fetch. Groups that name the agent are merged; without one, those for everybody hold.
/// The longest rule that matches decides, and of two as long the one that allows.
/// </summary>
public sealed class RobotsRules
{
    /// <summary>The standard has crawlers read at least 500 KiB; what is beyond is not read.</summary>
    public const int MaxLength = 500 * 1024;

    private readonly List<(string Pattern, bool Allows)> rules;

    private RobotsRules(List<(string Pattern, bool Allows)> rules) => this.rules = rules;

    public static RobotsRules AllowAll { get; } = new([]);

    /// <param name="agent">The product token, such as "AlertsBot".</param>
    public static RobotsRules Parse(string text, string agent)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(agent);
        List<(string, bool)> own = [], everybody = [];
        bool namesUs = false, namesAll = false, inRules = true, foundUs = false;
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, MaxLength)).TrimStart('\uFEFF').EnumerateLines())
        {
            if (Read(line) is not { } read)
            {
                continue;
            }

            var (name, value) = read;
            if (name.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (inRules)
                {
                    (namesUs, namesAll, inRules) = (false, false, false);
                }

                namesAll |= value == "*";
                namesUs |= TokenOf(value).Equals(agent, StringComparison.OrdinalIgnoreCase);
                foundUs |= namesUs;
                continue;
            }

            var allows = name.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if (!allows && !name.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            inRules = true;
            if (value.Length > 0)
            {
                if (namesUs)
                {
                    own.Add((Normalise(value), allows));
                }

                if (namesAll)
                {
                    everybody.Add((Normalise(value), allows));
                }
            }
        }

        return new RobotsRules(foundUs ? own : everybody);
    }

    public bool Allows(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var path = Normalise(url.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        var (length, allows) = (-1, true);
        foreach (var rule in rules)
        {
            if (rule.Pattern.Length >= length && Matches(rule.Pattern, path))
            {
                allows = rule.Pattern.Length == length ? allows || rule.Allows : rule.Allows;
                length = rule.Pattern.Length;
            }
        }

        return allows;
    }

    private static (string Name, string Value)? Read(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        line = comment < 0 ? line : line[..comment];
        var colon = line.IndexOf(':');
        return colon < 0 ? null : (line[..colon].Trim().ToString(), line[(colon + 1)..].Trim().ToString());
    }

    /// <summary>"AlertsBot/1.0" names the agent "AlertsBot".</summary>
    private static string TokenOf(string value)
    {
        var end = value.AsSpan().IndexOfAnyExcept(TokenCharacters);
        return end < 0 ? value : value[..end];
    }

    private static readonly System.Buffers.SearchValues<char> TokenCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    /// <summary>Characters beyond ASCII percent-encoded, escapes of unreserved characters undone, hexadecimal digits in capitals.</summary>
    private static string Normalise(string path)
    {
        if (!path.AsSpan().ContainsAnyExceptInRange('!', '~') && !path.Contains('%', StringComparison.Ordinal))
        {
            return path;
        }

        var normal = new StringBuilder(path.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var value = (char)Convert.ToInt32(path.Substring(i + 1, 2), 16);
                _ = char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~' ? normal.Append(value) : normal.Append('%').Append(path.AsSpan(i + 1, 2).ToString().ToUpperInvariant());
                i += 2;
            }
            else if (path[i] is >= '!' and <= '~')
            {
                normal.Append(path[i]);
            }
            else
            {
                Rune.DecodeFromUtf16(path.AsSpan(i), out var rune, out var consumed);
                foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    normal.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                }

                i += consumed - 1;
            }
        }

        return normal.ToString();
    }

    /// <summary>"*" is any run of characters, a "$" at the end is the end. Linear in both: on a mismatch only the last star gives way.</summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var rule = anchored ? pattern.AsSpan(0, pattern.Length - 1) : pattern.AsSpan();
        int p = 0, t = 0, star = -1, resume = 0;
        while (true)
        {
            if (p == rule.Length && (!anchored || t == path.Length))
            {
                return true;
            }

            if (p < rule.Length && rule[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < rule.Length && t < path.Length && rule[p] == path[t])
            {
                p++;
                t++;
            }
            else if (star >= 0 && resume < path.Length)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }
    }
}
