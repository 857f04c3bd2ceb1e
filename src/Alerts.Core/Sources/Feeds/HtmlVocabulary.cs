using System.Collections.Frozen;

namespace Alerts.Core.Sources.Feeds;

/// <summary>The elements of HTML, by how text has to treat them.</summary>
internal static class HtmlVocabulary
{
    /// <summary>Elements that end a line.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = Set(
        "p div br li ul ol table tr td th h1 h2 h3 h4 h5 h6 blockquote pre hr dt dd dl section article figure figcaption header footer main aside nav address form");

    /// <summary>Elements whose content is no text for readers.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Hidden = Set(
        "script style noscript template iframe object embed applet head title textarea select svg math frameset noframes xmp audio video canvas");

    /// <summary>Elements without an end tag.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Set(
        "area base br col embed frame hr img input link meta param source track wbr basefont isindex spacer");

    /// <summary>Everything that a browser knows, obsolete ones included: what marks a text as HTML.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Set(
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code col " +
        "colgroup command data datalist dd del details dfn dialog dir div dl dt em embed event-source fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 " +
        "head header hgroup hr html i iframe img input ins isindex kbd keygen label legend li link main map mark marquee math menu meta meter multicol nav nextid nobr noframes noscript object ol " +
        "optgroup option output p param picture pre progress q rp rt ruby s samp script section select small sound source spacer span strike strong style sub " +
        "summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xml xmp " +
        "mrow mi mo mn ms mtext msup msub msubsup mfrac msqrt mroot mtable mtr mtd munder mover munderover semantics annotation " +
        "circle ellipse path g rect line polygon polyline text tspan defs use desc stop lineargradient radialgradient symbol");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
