using System.Text;
using Alerts.Core;
using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Enriching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Sources.WebSub;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Pipeline;

/// <summary>
/// The whole flow in memory: real handlers and matcher, fakes at the ports. Storage and receivers outlive a crash; handlers do not:
/// <see cref="Restart"/> makes new ones.
/// </summary>
internal sealed class TestPipeline : IActivityObserver, IDice
{
    private static readonly ArticleMatcher Shared = ArticleMatcher.BuiltIn();

    private readonly ArticleMatcher matcher;
    private readonly MemoryMessageQueue queue = new();
    private MessageDispatcher messages = null!;
    private TimerDispatcher timers = null!;

    private readonly IFetcher? fetcher;

    /// <param name="ownTopics">With a matcher of its own, which takes some time to make, because subscribers' topics change it.</param>
    /// <param name="fetcher">Null fetches from <see cref="Web"/>.</param>
    /// <param name="matcher">One that others with the same topics have used before.</param>
    public TestPipeline(bool ownTopics = false, IFetcher? fetcher = null, ArticleMatcher? matcher = null)
    {
        this.matcher = matcher ?? (ownTopics ? ArticleMatcher.BuiltIn() : Shared);
        this.fetcher = fetcher;
        Restart();
    }

    public FakeTimeProvider Time { get; } = new(Some.Now);

    public CrashPlan Crashes { get; } = new();

    public MemorySourceStore Sources { get; } = new();

    public MemoryArticleStore Articles { get; } = new();

    public MemoryStoryStore Stories { get; } = new();

    public MemoryIncidentStore Incidents { get; } = new();

    public MemoryHitStore Hits { get; } = new();

    public MemorySubscriptionStore Subscriptions { get; } = new();

    public MemoryAlertStore Alerts { get; } = new();

    public MemoryOpenAlerts OpenAlerts { get; } = new();

    public MemoryDeliveryStore Deliveries { get; } = new();

    public OperatorOptions Operator { get; } = new() { Email = "duty@example.org" };

    public MemoryAlarmStore Alarms { get; } = new();

    public MemoryHeartbeatStore Heartbeats { get; } = new();

    public MemoryWalkPositions Walks { get; } = new();

    public MemoryQueueWatch Queues { get; } = new();

    public HeartbeatSigner Signer { get; } = new([new TokenKey("test", new byte[32])]);

    public MemoryDailyAllowance Allowance { get; } = new();

    public MemoryOwnTopicStore OwnTopics { get; } = new();

    public MemoryOwnStories Own { get; } = new();

    public MemoryOpenAnnouncements Open { get; } = new();

    public MemorySuppressionStore Suppressed { get; } = new();

    public MemoryChannelPauses Pauses { get; } = new();

    public MemoryMailBudget Budget { get; } = new();

    public MemoryEvidenceStore Evidence { get; } = new();

    public DeliveryOptions Limits { get; } = new();

    /// <summary>From the next <see cref="Restart"/> on.</summary>
    public FanOutPages Pages { get; set; } = new();

    /// <summary>What the handlers reported, in their order.</summary>
    public List<Activity> Activities { get; } = [];

    public FakeWeb Web { get; } = new();

    public Receiver Mail { get; } = new();

    /// <summary>A sender in place of <see cref="Mail"/>, from the next <see cref="Restart"/> on.</summary>
    public IEmailSender? Sender { get; set; }

    /// <summary>What reads in place of the built-in matcher, from the next <see cref="Restart"/> on.</summary>
    public IArticleMatcher? Reader { get; set; }

    public double Roll() => 0.5;

    public void Observe(Activity activity)
    {
        // Webhooks are called side by side.
        lock (Activities)
        {
            Activities.Add(activity);
        }
    }

    /// <summary>A process starts: handlers with empty memories over what is stored.</summary>
    public void Restart()
    {
        Crashes.Revive();
        var (sources, articles, stories, hits) = (Crashes.Wrap<ISourceStore>(Sources), Crashes.Wrap<IArticleStore>(Articles), Crashes.Wrap<IStoryStore>(Stories), Crashes.Wrap<IHitStore>(Hits));
        var (subscriptions, alerts, deliveries) = (Crashes.Wrap<ISubscriptionStore>(Subscriptions), Crashes.Wrap<IAlertStore>(Alerts), Crashes.Wrap<IDeliveryStore>(Deliveries));
        var (sender, hooks, outgoing) = (Crashes.Wrap<IEmailSender>(Sender ?? Mail), Crashes.Wrap<IWebhookSender>(Mail), Crashes.Wrap<IMessageQueue>(queue));
        var dispatch = new DeliveryDispatch(deliveries, outgoing);
        var texts = new WatchTexts(Crashes.Wrap<IEvidenceStore>(Evidence));
        var operators = new Operators(Options.Create(Operator));
        var mail = new OperatorMail(operators, dispatch, Time);
        var memberships = new Memberships(subscriptions, Time);
        var keeper = new EndpointKeeper(memberships, deliveries, dispatch, Time);
        var claims = new DeliveryClaims(deliveries, subscriptions, alerts, operators, Pauses, dispatch, keeper, texts, new InstanceName("test"), this, Time);
        var recorder = new DeliveryRecorder(deliveries, new Suppressions(Suppressed, subscriptions, memberships, Time), dispatch, this, this, Time);
        var routing = new AlertRouting(Crashes.Wrap<IDailyAllowance>(Allowance));
        var (ownStories, ownHits, open) = ((IOwnStories)new CrashingOwn(Own, Crashes), Crashes.Wrap<IOwnHitStore>(Own), Crashes.Wrap<IOpenAnnouncements>(Open));
        var announcements = new Announcements(alerts);
        messages = new MessageDispatcher(
            new FetchSources(sources, new SourcePoller(fetcher ?? Web, Time), new ArticleIntake(articles, outgoing), new HubFollower(new NoHub(), new HubKeys([]), new HubSettings(CallbackBase: null), Time), this, this, Time),
            new ReadArticles(articles, new ArticleTextReader(Web), Reader ?? matcher, new ReadingEnricher([]), new StoryJoiner(stories), new IncidentRecorder(Crashes.Wrap<IIncidentStore>(Incidents)), hits,
                new OwnHits(ownStories, store => new StoryJoiner(store), ownHits, open, Time), new TopicFollower(matcher, OwnTopics, Time), Crashes.Wrap<IEvidenceStore>(Evidence), outgoing, this, Time),
            new AnnounceStory(
                stories, Crashes.Wrap<IIncidentStore>(Incidents), hits, alerts, Crashes.Wrap<IOpenAlerts>(OpenAlerts), subscriptions, announcements, routing, new OwnFirst(ownHits, alerts), texts, dispatch,
                new AnnounceOwn(ownStories, ownHits, stories, alerts, subscriptions, announcements, texts, open, routing, dispatch, outgoing, Time), Pages, outgoing, this, Time),
            new SendEmail(claims, new MailQuota(Budget, claims, mail, Options.Create(Limits), this, Time), sender, recorder, Time),
            new CallWebhook(claims, hooks, new EndpointGates(), keeper, recorder, Time),
            new MemoryFailureLog(),
            Time);
        var figures = new HeartbeatFigures(hits, stories, alerts, deliveries);
        timers = new TimerDispatcher(
        [
            new PollSources(sources, outgoing, Time),
            new SendDigests(subscriptions, alerts, dispatch, deliveries, Time),
            new Sweep(deliveries, dispatch, stories, Crashes.Wrap<IOpenAlerts>(OpenAlerts), open, Pauses, outgoing, Time),
            new RaiseAlarms(sources, Queues, Crashes.Wrap<IAlarmStore>(Alarms), mail, this, Time),
            new PurgeOld(articles, hits, stories, [], Walks, this, Options.Create(new RetentionOptions()), Time),
            new SendHeartbeat(Crashes.Wrap<IHeartbeatStore>(Heartbeats), figures, Signer, sources, Queues, mail, this, Options.Create(Operator), Time),
        ]);
    }

    public Task TickAsync(string timer) => timers.RunAsync(timer, CancellationToken.None);

    /// <summary>Polls, and works until no message is left. Delayed messages come at once: their handlers must bear it.</summary>
    public async Task RunAsync()
    {
        await TickAsync(TimerNames.PollSources);
        await DrainAsync();
    }

    /// <param name="except">Messages of this queue are lost.</param>
    /// <param name="isLost">Such messages are lost.</param>
    /// <param name="after">What happens after each message.</param>
    public async Task DrainAsync(string? except = null, Func<SentMessage, bool>? isLost = null, Func<Task>? after = null)
    {
        while (queue.Take() is { } message)
        {
            if (message.Queue == except || isLost?.Invoke(message) == true)
            {
                continue;
            }

            await HandleAsync(message);
            if (after is not null)
            {
                await after();
            }
        }
    }

    private async Task HandleAsync(SentMessage message)
    {
        try
        {
            await messages.DispatchAsync(message.Queue, message.Body, CancellationToken.None);
        }
        catch (CrashPlan.CrashException)
        {
            // The message comes back, to a new process.
            Restart();
            await messages.DispatchAsync(message.Queue, message.Body, CancellationToken.None);
        }
    }

    public int Pending(string queueName) => queue.Sent.Count(message => message.Queue == queueName);

    /// <summary>Adds a feed that lists these entries: path and title of articles on one host.</summary>
    public async Task AddFeedAsync(string name, params (string Path, string Title)[] entries)
    {
        var source = FakeWeb.SourceOf(name);
        await Sources.AddIfAbsentAsync(source, CancellationToken.None);
        Web.List(source, Time.GetUtcNow(), entries);
    }

    private sealed class CrashingOwn(IOwnStories inner, CrashPlan crashes) : IOwnStories
    {
        public IStoryStore Of(string ownerId) => crashes.Wrap(inner.Of(ownerId));

        public Task RemoveAsync(string ownerId, CancellationToken cancellationToken) => inner.RemoveAsync(ownerId, cancellationToken);
    }

    /// <summary>The feeds of these tests announce no hub.</summary>
    private sealed class NoHub : IHubClient
    {
        public Task<string?> AskAsync(Uri hub, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("No hub is to be asked.");
    }

    /// <summary>What a mail server and webhook endpoints have accepted; their ledger, not ours.</summary>
    internal sealed class Receiver : IEmailSender, IWebhookSender
    {
        private readonly List<string> accepted = [];

        /// <summary>Delivery ids, in the order of acceptance, repeats included.</summary>
        public IReadOnlyList<string> Accepted => accepted;

        /// <summary>What operators were mailed.</summary>
        public List<MailNotice> Notices { get; } = [];

        public Func<Delivery, SendOutcome> Answer { get; set; } = _ => new SendOutcome.Delivered("ok");

        public Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SendOutcome>>([.. items.Select(item => Take(item.Delivery))]);

        public Task<SendOutcome> SendAsync(WebhookToSend item, CancellationToken cancellationToken) => Task.FromResult(Take(item.Delivery));

        private SendOutcome Take(Delivery delivery)
        {
            var outcome = Answer(delivery);
            if (outcome is not SendOutcome.Delivered)
            {
                return outcome;
            }

            // Webhooks are called side by side.
            lock (accepted)
            {
                accepted.Add(delivery.Id.ToString());
                if (delivery.Notice is { } notice)
                {
                    Notices.Add(notice);
                }
            }

            return outcome;
        }
    }

    /// <summary>Feeds and pages without a network.</summary>
    internal sealed class FakeWeb : IFetcher, IPageReader
    {
        private readonly Dictionary<Uri, (string Tag, byte[] Body)> feeds = [];

        public List<(Uri Url, bool Conditional)> Asked { get; } = [];

        public static Source SourceOf(string name)
        {
            var url = new Uri($"https://{name}.example/feed.xml");
            return new Source { Id = Source.IdOf(url), Name = name, Kind = SourceKind.Feed, Url = url, Publisher = name, AddedAt = Some.Now };
        }

        public void List(Source source, DateTimeOffset now, params (string Path, string Title)[] entries)
        {
            var items = string.Concat(entries.Select(entry =>
                $"<item><title>{entry.Title}</title><link>https://press.example/{entry.Path}</link><guid>{entry.Path}</guid><pubDate>{now.AddMinutes(-10):R}</pubDate><description>{entry.Title}.</description></item>"));
            var body = $"<rss version=\"2.0\"><channel><title>{source.Name}</title>{items}</channel></rss>";
            feeds[source.Url!] = ($"\"{DerivedId.Compact(body)}\"", Encoding.UTF8.GetBytes(body));
        }

        public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            lock (Asked)
            {
                Asked.Add((request.Url, request.ETag is not null));
            }

            return Task.FromResult<FetchOutcome>(
                !feeds.TryGetValue(request.Url, out var feed) ? new FetchOutcome.Failed(FetchFailure.Unreachable, "no such host")
                : request.ETag == feed.Tag ? new FetchOutcome.NotModified()
                : new FetchOutcome.Fetched(request.Url, feed.Body, new Dictionary<string, string> { ["content-type"] = "application/rss+xml", ["etag"] = feed.Tag }));
        }

        /// <summary>What the pages answer, one after the other; the last goes on.</summary>
        public Queue<PageOutcome> Pages { get; } = new([new PageOutcome.NoText("the page refuses")]);

        public Task<PageOutcome> ReadAsync(Uri url, CancellationToken cancellationToken) => Task.FromResult(Pages.Count > 1 ? Pages.Dequeue() : Pages.Peek());
    }
}
