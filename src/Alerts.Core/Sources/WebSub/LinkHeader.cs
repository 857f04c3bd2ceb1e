using System.Text.RegularExpressions;

namespace Alerts.Core.Sources.WebSub;

/// <summary>The Link header (RFC 8288), as far as hubs are announced in it: <c>&lt;https://hub.example/&gt;; rel="hub"</c>.</summary>
public static partial class LinkHeader
{
    /// <returns>The first target with this relation; null without one.</returns>
    public static string? Find(string? header, string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        foreach (Match link in Link().Matches(header ?? ""))
        {
            if (link.Groups["rel"].Value.Split(' ').Contains(relation, StringComparer.OrdinalIgnoreCase))
            {
                return link.Groups["target"].Value;
            }
        }

        return null;
    }

    [GeneratedRegex("""<(?<target>[^<>]*)>(?:\s*;\s*(?:rel\s*=\s*"?(?<rel>[^";,]*)"?|[\w*]+\s*=\s*(?:"[^"]*"|[^";,]*)))*""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();
}
