namespace Alerts.Core.Matching.Own;

/// <summary>What a topic would have caught among the stored articles, in figures.</summary>
/// <param name="From">The oldest article that was read; the time asked for where nothing is older.</param>
/// <param name="NotRead">What was left unread and why; null where all was read.</param>
/// <param name="Gained">Hits that the version before does not have; all of them for a first version.</param>
/// <param name="Lost">Hits that only the version before has.</param>
public sealed record TrialSummary(
    DateTimeOffset From, DateTimeOffset Until, int ArticlesRead, string? NotRead, int Hits, int Stories, double HitsPerWeek, int Gained, int Lost,
    IReadOnlyList<TrialWeek> Weeks, IReadOnlyList<TrialSource> Sources, TrialMails MailsPerWeek);

/// <param name="Week">Its Monday, UTC.</param>
public sealed record TrialWeek(DateOnly Week, int Hits, int Stories);

/// <param name="Share">Of all hits, in percent.</param>
public sealed record TrialSource(string Publisher, int Hits, double Share);

/// <summary>Mails a week by cadence: a story is one mail, an hour or day with stories is one digest.</summary>
public sealed record TrialMails(double Immediate, double Hourly, double Daily, double Weekly);
