using System.Threading.Channels;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Polling;
using Alerts.Core.Sources.WebSub;

namespace Alerts.Core.Articles;

/// <summary>
/// Polls the sources of one message side by side. What a source lists goes on as soon as it is there: one that hangs delays
/// nobody's articles. States are saved last, a hundred a write: until then a repeat polls again and finds its own articles.
/// </summary>
public sealed class FetchSources(
    ISourceStore sources, SourcePoller poller, ArticleIntake intake, HubFollower hubs, IActivityObserver observer, IDice dice, TimeProvider time) : IMessageHandler<FetchMessage>
{
    private const int PollsAtOnce = 64;

    public async Task HandleAsync(FetchMessage message, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = (await sources.GetAsync(message.SourceIds, cancellationToken))
            .Where(source => source.Enabled && source.Kind != SourceKind.Caller && (message.Pushed || source.State.NextPollAt <= now))
            .ToList();
        var polls = Channel.CreateUnbounded<SourcePoll>(new() { SingleReader = true });
        var polling = PollAsync(due, polls.Writer, cancellationToken);
        var states = new List<(string Id, SourceState State)>(due.Count);
        while (await polls.Reader.WaitToReadAsync(cancellationToken))
        {
            var ready = new List<SourcePoll>();
            while (polls.Reader.TryRead(out var poll))
            {
                ready.Add(poll);
            }

            await intake.TakeAsync([.. ready.SelectMany(poll => poll.New)], cancellationToken);
            await intake.ReviseAsync([.. ready.SelectMany(poll => poll.Changed)], cancellationToken);
            states.AddRange(ready.Select(poll => (poll.Source.Id, StateAfter(poll, message.Pushed))));
        }

        await polling;
        await sources.SaveStatesAsync(await hubs.FollowAsync(states, cancellationToken), cancellationToken);
    }

    private async Task PollAsync(List<Source> due, ChannelWriter<SourcePoll> polls, CancellationToken cancellationToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = PollsAtOnce, CancellationToken = cancellationToken },
                async (source, token) => polls.TryWrite(await poller.PollAsync(source, token)));
            polls.Complete();
        }
        catch (Exception e)
        {
            polls.Complete(e);
            throw;
        }
    }

    private SourceState StateAfter(SourcePoll poll, bool pushed)
    {
        var now = time.GetUtcNow();
        var known = poll.Source with { State = poll.Source.State with { Hub = HubRules.AfterPoll(poll.Source.State.Hub, pushed, poll.New.Count, now) } };
        var state = poll.Remembered(PollRules.After(known, poll.Result, now, dice.Roll()));

        observer.Observe(state.ConsecutiveFailures > 0
            ? new Activity.SourceFailed(poll.Source.Name, state.Health.ToString().ToLowerInvariant(), state.Reason ?? "")
            : new Activity.SourcePolled(poll.Source.Name, poll.Listed.Count, poll.New.Count, NotModified: poll.New.Count + poll.Changed.Count == 0));
        return state;
    }
}
