namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>The name in what RSS writes for a person: <c>mail@example.org (A. Name)</c>, <c>A. Name &lt;mail@example.org&gt;</c>, or either alone.</summary>
internal static class PersonName
{
    public static string Of(string text)
    {
        var line = HtmlText.Collapse(text);
        var at = line.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return line;
        if (line.IndexOf('(', at) is >= 0 and var open && line.IndexOf(')', open) is > 0 and var close && close > open + 1)
            return line[(open + 1)..close].Trim();
        if (line.IndexOf('<', StringComparison.Ordinal) is > 0 and var bracket)
            return line[..bracket].Trim(' ', '"');
        if (line.IndexOf('(', StringComparison.Ordinal) is > 0 and var mail && mail < at)
            return line[..mail].Trim();
        return line;
    }
}
