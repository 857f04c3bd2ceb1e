using System.Text;

namespace Alerts.Core.Delivery.Webhooks.Chat;

/// <summary>Text of others in Markdown: every sign that could begin markup, a link or a mention is escaped.</summary>
internal static class MarkdownText
{
    private const string Signs = @"\`*_{}[]()<>#!|~@";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            // A colon matters in "https://" only, a hyphen or plus at the beginning only; escaped everywhere they would show in some clients.
            var sign = text[i] switch
            {
                ':' => i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/',
                '-' or '+' => i == 0,
                var c => Signs.Contains(c, StringComparison.Ordinal),
            };
            if (sign)
                escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A URL inside <c>(...)</c>.</summary>
    public static string Link(string url) => url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
}
