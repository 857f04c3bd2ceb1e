using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Own;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Hits.Trials;

/// <summary>What a subscriber does with its own topics: try, save, take away. A version is stored with what it was found to catch.</summary>
public sealed class OwnTopics(IOwnTopicStore store, TopicTrials trials, Memberships memberships, TimeProvider time)
{
    public const int DefaultDays = 30;

    private const int Tries = 8;

    /// <summary>Parses and tries; stores nothing.</summary>
    /// <param name="name">Of the topic whose version in use it is compared with; null or unknown for none.</param>
    public async Task<(TopicTrial? Trial, IReadOnlyList<TopicError> Errors)> TestAsync(string text, string? ownerId, string? name, int days, CancellationToken cancellationToken)
    {
        var id = OwnTopic.IdOf(ownerId ?? "", name ?? "");
        if (OwnTopicRules.Parse(text, id, ownerId ?? "", name ?? "", 1, KnowledgeBase.BuiltIn) is TopicParse.Failed failed)
        {
            return (null, failed.Errors);
        }

        var known = ownerId is null || name is null ? null : await store.GetAsync(ownerId, id, cancellationToken);
        return (await TryAsync(text, known, days, cancellationToken), []);
    }

    public async Task<OwnTopicOutcome> SaveAsync(string ownerId, string name, string text, int days, CancellationToken cancellationToken)
    {
        name = name.Trim();
        if (name.Length is 0 or > OwnTopic.MaxNameLength || name.Any(char.IsControl))
        {
            return new OwnTopicOutcome.Refused("name", $"must have 1 to {OwnTopic.MaxNameLength} characters on one line");
        }

        var id = OwnTopic.IdOf(ownerId, name);
        if (OwnTopicRules.Parse(text, id, ownerId, name, 1, KnowledgeBase.BuiltIn) is TopicParse.Failed failed)
        {
            return new OwnTopicOutcome.Invalid(failed.Errors);
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var all = await store.ListAsync(ownerId, cancellationToken);
            var known = all.FirstOrDefault(topic => topic.Id == id);
            if (known?.Current.Text == text)
            {
                return new OwnTopicOutcome.Saved(known, null);
            }

            if (known is null && all.Count >= OwnTopicRules.MaxPerOwner)
            {
                return new OwnTopicOutcome.Refused("name", $"would be one topic too many: {OwnTopicRules.MaxPerOwner} is the most, take one away first");
            }

            var trial = await TryAsync(text, known, days, cancellationToken);
            if (trial.Summary.HitsPerWeek > OwnTopicRules.MaxHitsPerWeek)
            {
                return new OwnTopicOutcome.Refused("text", string.Create(
                    CultureInfo.InvariantCulture, $"would catch {trial.Summary.HitsPerWeek:0} articles a week, and {OwnTopicRules.MaxHitsPerWeek} is the most: require more of an article"));
            }

            if (await store.TrySaveAsync(Next(known, id, ownerId, name, text, trial), cancellationToken) is { } saved)
            {
                return await SubscribeAsync(ownerId, id, known is null, cancellationToken) ? new OwnTopicOutcome.Saved(saved, trial) : new OwnTopicOutcome.Unknown();
            }
        }

        throw new InvalidOperationException($"A topic met other writers {Tries} times.");
    }

    /// <returns>False where there is none.</returns>
    public async Task<bool> RemoveAsync(string ownerId, string id, CancellationToken cancellationToken)
    {
        await memberships.ChangeAllAsync(ownerId, subscription => subscription.Topics.Contains(id)
            ? new MembershipOutcome.Changed(subscription with { Topics = [.. subscription.Topics.Where(topic => topic != id)] })
            : new MembershipOutcome.Unchanged(subscription), cancellationToken);
        return await store.RemoveAsync(ownerId, id, cancellationToken);
    }

    private async Task<TopicTrial> TryAsync(string text, OwnTopic? known, int days, CancellationToken cancellationToken)
    {
        var topic = Parsed(text) ?? throw new InvalidOperationException("Only a text that was parsed is tried.");
        return await trials.RunAsync(topic, known is null ? null : Parsed(known.Current.Text), days, TrialLimits.Default, cancellationToken);

        static Topic? Parsed(string text) => (OwnTopicRules.Parse(text, "t", "", "", 1, KnowledgeBase.BuiltIn) as TopicParse.Parsed)?.Topic;
    }

    private OwnTopic Next(OwnTopic? known, string id, string ownerId, string name, string text, TopicTrial trial)
    {
        var version = new OwnTopicVersion((known?.Current.Number ?? 0) + 1, text, time.GetUtcNow(), trial.Summary);
        return known is null
            ? new OwnTopic { Id = id, OwnerId = ownerId, Name = name, CreatedAt = time.GetUtcNow(), Versions = [version] }
            : known with { Versions = [.. known.Versions.TakeLast(OwnTopic.MaxVersions - 1), version] };
    }

    /// <summary>A new topic is one that its writer wants to be told about.</summary>
    private async Task<bool> SubscribeAsync(string ownerId, string id, bool isNew, CancellationToken cancellationToken) =>
        !isNew || await memberships.ChangeAllAsync(ownerId, subscription => subscription.Topics.Contains(id)
            ? new MembershipOutcome.Unchanged(subscription)
            : new MembershipOutcome.Changed(subscription with { Topics = [.. subscription.Topics, id] }), cancellationToken) is not MembershipOutcome.Unknown;
}
