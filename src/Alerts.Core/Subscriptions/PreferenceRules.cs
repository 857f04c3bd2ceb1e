using System.Text;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Subscriptions;

/// <summary>The one judge of preferences, for sign-up, page and API.</summary>
public static class PreferenceRules
{
    public const int MaxWatchWords = 50;
    public const int MaxWatchWordLength = 80;
    public const int MaxAlertsPerDayLimit = 1_000;

    private const int MinWatchWordLength = 2;
    private const int MaxLanguages = 30;

    public static IReadOnlyList<string> Severities { get; } = ["low", "medium", "high", "critical"];

    /// <summary>Applies all of them, or none and says what is wrong.</summary>
    /// <param name="topics">The topics that there are.</param>
    public static (Subscription Subscription, IReadOnlyList<PreferenceError> Errors) Apply(
        Subscription subscription, Preferences wanted, IReadOnlyCollection<string> topics)
    {
        var errors = new List<PreferenceError>();
        CheckTopics(wanted.Topics, topics, errors);
        var words = CleanWords(wanted.WatchWords, errors);
        var languages = CleanLanguages(wanted.Languages, errors);
        if (wanted.MinimumSeverity is { } severity && !Severities.Contains(severity))
        {
            errors.Add(new("minimumSeverity", $"must be one of {string.Join(", ", Severities)}"));
        }

        if (wanted.TimeZone is { } zone && !LocalTime.IsKnownZone(zone))
        {
            errors.Add(new("timeZone", $"must be the IANA name of a time zone; nearest to what was given {string.Join(", ", ZoneNames.Nearest(zone))}"));
        }

        if (wanted.QuietHours is { } quiet && quiet.From == quiet.Until)
        {
            errors.Add(new("quietHours", "must begin and end at different times"));
        }

        if (wanted.MaxAlertsPerDay is < 0 or > MaxAlertsPerDayLimit)
        {
            errors.Add(new("maxAlertsPerDay", $"must be between 0 (no limit) and {MaxAlertsPerDayLimit}"));
        }

        return errors.Count > 0 ? (subscription, errors) : (subscription with
        {
            Topics = wanted.Topics?.Distinct().ToList() ?? subscription.Topics,
            WatchWords = words ?? subscription.WatchWords,
            Counterparties = words is null ? subscription.Counterparties : Known(words),
            MinimumSeverity = wanted.MinimumSeverity ?? subscription.MinimumSeverity,
            Languages = languages ?? subscription.Languages,
            Cadence = wanted.Cadence ?? subscription.Cadence,
            TimeZone = wanted.TimeZone ?? subscription.TimeZone,
            DigestAt = wanted.DigestAt ?? subscription.DigestAt,
            DigestDay = wanted.DigestDay ?? subscription.DigestDay,
            QuietHours = wanted.NoQuietHours ? null : wanted.QuietHours ?? subscription.QuietHours,
            MaxAlertsPerDay = wanted.MaxAlertsPerDay is { } most ? (most == 0 ? null : most) : subscription.MaxAlertsPerDay,
            LimitExceptCritical = wanted.LimitExceptCritical ?? subscription.LimitExceptCritical,
        }, errors);
    }

    private static void CheckTopics(IReadOnlyList<string>? wanted, IReadOnlyCollection<string> topics, List<PreferenceError> errors)
    {
        if (wanted is { Count: 0 })
        {
            errors.Add(new("topics", "must name at least one topic"));
        }

        foreach (var unknown in wanted?.Where(topic => !topics.Contains(topic)).Distinct() ?? [])
        {
            errors.Add(new("topics", $"has \"{unknown}\", which is no topic; the topics are {string.Join(", ", topics)}"));
        }
    }

    private static List<string>? CleanWords(IReadOnlyList<string>? words, List<PreferenceError> errors)
    {
        var clean = words?.Select(word => (word ?? "").Trim().Normalize(NormalizationForm.FormC)).Where(word => word.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (clean?.Count > MaxWatchWords)
        {
            errors.Add(new("watchWords", $"must be at most {MaxWatchWords}"));
        }

        foreach (var word in clean?.Where(word => word.Length is < MinWatchWordLength or > MaxWatchWordLength || word.Any(char.IsControl)).Take(3) ?? [])
        {
            var shown = word.Length > MaxWatchWordLength ? word[..MaxWatchWordLength] + "…" : word;
            errors.Add(new("watchWords", $"has \"{shown}\"; a word has {MinWatchWordLength} to {MaxWatchWordLength} characters on one line"));
        }

        return clean;
    }

    /// <summary>By any alias: "업비트" is Upbit.</summary>
    private static Dictionary<string, string> Known(List<string> words) =>
        words.Select(word => (word, concept: KnowledgeBase.BuiltIn.FindByName(word))).Where(pair => pair.concept is not null).ToDictionary(pair => pair.word, pair => pair.concept!.Id);

    private static List<string>? CleanLanguages(IReadOnlyList<string>? languages, List<PreferenceError> errors)
    {
        var clean = languages?.Select(language => (language ?? "").Trim().ToLowerInvariant()).Where(language => language.Length > 0).Distinct().ToList();
        if (clean?.Count > MaxLanguages || clean?.Any(language => language.Length is < 2 or > 3 || !language.All(char.IsAsciiLetterLower)) == true)
        {
            errors.Add(new("languages", "must be language codes of two or three letters, such as en, ko or ja"));
        }

        return clean;
    }
}
