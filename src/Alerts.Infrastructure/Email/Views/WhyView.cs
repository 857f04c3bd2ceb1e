namespace Alerts.Infrastructure.Email.Views;

/// <summary>Why one article matched.</summary>
/// <param name="Rules">Clauses and gates with their findings, for the small print.</param>
public sealed record WhyView(string Publisher, string Summary, IReadOnlyList<QuoteView> Quotes, IReadOnlyList<RuleView> Rules);

public sealed record RuleView(bool Passed, string Text);
