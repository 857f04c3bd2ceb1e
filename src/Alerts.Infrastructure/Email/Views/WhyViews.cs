using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;

namespace Alerts.Infrastructure.Email.Views;

/// <summary>The part of a view that says why an article matched: quotes, then the rules in small print.</summary>
internal static class WhyViews
{
    private const int NameLength = 80;
    private const int SummaryLength = 400;
    private const int RuleLength = 160;

    public static WhyView Of(Hit hit, Detail detail) => new(
        SafeText.Line(hit.Publisher, NameLength),
        SafeText.Line(hit.Explanation.Summary, SummaryLength),
        [.. Quotes(hit.Explanation).Take(detail.Quotes)],
        [.. Rules(hit.Explanation).Take(detail.Rules)]);

    /// <summary>One quote a concept, as the clauses have them; a gate's findings where the clauses have none.</summary>
    private static IEnumerable<QuoteView> Quotes(Explanation explanation) =>
        explanation.Clauses.Where(clause => clause.Satisfied).SelectMany(clause => clause.Mentions)
            .Concat(explanation.Gates.SelectMany(gate => gate.Mentions))
            .DistinctBy(mention => mention.Concept)
            .Select(Quote);

    private static QuoteView Quote(Mention mention)
    {
        var alias = SafeText.Line(mention.Alias, NameLength);
        var name = SafeText.Line(mention.Name, NameLength);
        return new QuoteView(
            SafeText.Piece(mention.Before, Mention.QuoteMargin + 1),
            alias,
            SafeText.Piece(mention.After, Mention.QuoteMargin + 1),
            string.Equals(alias, name, StringComparison.OrdinalIgnoreCase) ? null : name,
            mention.Field == ArticleField.Text && mention.Paragraph > 0 ? $"paragraph {mention.Paragraph}" : mention.Field.ToString().ToLowerInvariant());
    }

    private static IEnumerable<RuleView> Rules(Explanation explanation) =>
        explanation.Clauses.Select(clause => new RuleView(clause.Satisfied, SafeText.Line(clause.Shown, RuleLength)))
            .Concat(explanation.Gates.Select(gate => new RuleView(gate.Passed, SafeText.Line(GateWords.Of(gate), RuleLength))));
}
