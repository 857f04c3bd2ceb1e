namespace Alerts.Core.Articles;

/// <summary>The few sentences that a list or a mail shows of an article.</summary>
public static class Lede
{
    public const int MaxLength = 500;

    /// <summary>The summary, else the beginning of the text; cut at a word where it is too long.</summary>
    public static string Of(Article article) => Cut(article.Summary.Length > 0 ? article.Summary : article.Text, MaxLength);

    public static string Cut(string text, int maxLength)
    {
        text = text.Trim();
        if (text.Length <= maxLength)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', maxLength - 1, maxLength / 4);
        if (end < 0)
        {
            end = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        }

        return text[..end] + "…";
    }
}
