using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>
/// Takes off a page what is never the article, before the main text is looked for: navigation, captions, teasers, invitations. Less to
/// weigh is also less time. Only what names itself so is taken, and never much text at once: a careless class name must not cost an article.
/// </summary>
internal static partial class PagePruning
{
    /// <summary>Characters that something beside the article has at most.</summary>
    private const int Aside = 2_000;

    public static void Prune(IDocument document)
    {
        var doomed = new List<IElement>();
        if (document.Body is { } body)
        {
            Collect(body, doomed);
        }

        foreach (var element in doomed)
        {
            element.Remove();
        }
    }

    private static void Collect(IElement parent, List<IElement> doomed)
    {
        for (var child = parent.FirstElementChild; child is not null; child = child.NextElementSibling)
        {
            if (IsNeverText(child.LocalName) || (IsBeside(child) && child.TextContent.Length < Aside))
            {
                doomed.Add(child);
            }
            else
            {
                Collect(child, doomed);
            }
        }
    }

    private static bool IsNeverText(string name) => name is "script" or "style" or "svg" or "iframe" or "nav" or "button" or "template" or "video" or "audio" or "canvas" or "object";

    private static bool IsBeside(IElement element) =>
        element.LocalName is "figcaption" or "aside"
        || (element.ClassName is { Length: > 0 } classes && Beside().IsMatch(classes))
        || (element.Id is { Length: > 0 } id && Beside().IsMatch(id));

    [GeneratedRegex(
        @"(^|\s)((wp|image|photo|media|article|post|story|entry|widget|block)[_-]+)?((image|photo|media)?(caption|credit)s?(-?text)?|news-?letters?([\s_-]?(sign-?up|box|form|promo))?|related([\s_-]?(articles?|links?|stories|posts?|content|news|topics?))?|read-?more|more-?(stories|news|on)|recommended|trending|most-?(read|popular|viewed)|share([\s_-]?(bar|buttons?|tools?|links?))?|social([\s_-]?(bar|buttons?|share|links?|media))?|breadcrumbs?|comments?(-?(list|section|area))?|author-?(bio|box|info)|bread-?crumb|promo|advert(isement)?|sponsored|outbrain|taboola|cookie-?(bar|banner|notice|consent)|skip-?link|screen-?reader-?text|sr-only|visually-?hidden)($|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();
}
