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
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerts.Infrastructure;

/// <summary>The steps of the flow, by hand: what handles what is read here, not found by scanning.</summary>
internal static class PipelineServices
{
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDice, SystemDice>();
        services.TryAddSingleton<IActivityObserver, ActivityLog>();
        services.CountActivity();
        services.AddSingleton(new InstanceName($"{Environment.MachineName}-{Environment.ProcessId}"));

        services.AddSingleton<ITimerHandler, PollSources>();
        services.AddSingleton<ITimerHandler, SendDigests>();
        services.AddSingleton<ITimerHandler, Sweep>();
        services.AddSingleton<ITimerHandler, RaiseAlarms>();
        services.AddSingleton<ITimerHandler, SendHeartbeat>();
        services.AddSingleton<ITimerHandler, PurgeOld>();
        services.AddSingleton<TimerDispatcher>();

        services.AddSingleton<SourcePoller>();
        services.AddSingleton<ArticleIntake>();
        services.AddSingleton<ArticleTextReader>();
        services.AddSingleton(_ => ArticleMatcher.BuiltIn());
        services.TryAddSingleton<IArticleMatcher>(provider => provider.GetRequiredService<ArticleMatcher>());
        services.AddSingleton<TopicFollower>();
        services.AddSingleton<ReadingEnricher>();
        services.AddSingleton<IncidentRecorder>();
        services.AddSingleton<IStoryJoiner, StoryJoiner>();
        services.AddSingleton<StoryEditor>();
        services.AddSingleton<StoryEdits>();
        services.AddOptions<OperatorOptions>().Bind(configuration.GetSection(OperatorOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Operators>();
        services.AddSingleton<OperatorMail>();
        services.AddSingleton<Func<IStoryStore, IStoryJoiner>>(_ => stories => new StoryJoiner(stories));
        services.AddSingleton<OwnHits>();
        services.AddSingleton<AlertRouting>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<OwnFirst>();
        services.AddSingleton<WatchTexts>();
        services.AddSingleton<AnnounceOwn>();
        services.TryAddSingleton(new FanOutPages());
        services.AddSingleton<DeliveryDispatch>();
        services.AddSingleton<DeliveryClaims>();
        services.AddSingleton<DeliveryRecorder>();
        services.AddSingleton<MailQuota>();
        services.AddSingleton<EndpointKeeper>();
        services.AddSingleton<EndpointGates>();
        services.TryAddSingleton<Memberships>();
        services.TryAddSingleton<Suppressions>();
        services.AddSingleton<LatencyLedger>();
        services.AddSingleton<SourceLatencies>();

        services.AddSingleton<HeartbeatFigures>();
        services.AddSingleton<IMessageHandler<FetchMessage>, FetchSources>();
        services.AddSingleton<IMessageHandler<ReadMessage>, ReadArticles>();
        services.AddSingleton<IMessageHandler<AnnounceMessage>, AnnounceStory>();
        services.AddSingleton<IMessageHandler<EmailMessage>, SendEmail>();
        services.AddSingleton<IMessageHandler<WebhookMessage>, CallWebhook>();
        services.AddSingleton<MessageDispatcher>();
        return services;
    }

    /// <summary>Whoever watches, what happens is counted besides, for the metrics.</summary>
    private static void CountActivity(this IServiceCollection services)
    {
        var watcher = services.Last(service => service.ServiceType == typeof(IActivityObserver));
        services.Remove(watcher);
        services.TryAddSingleton<ActivityCounts>();
        services.AddSingleton<IActivityObserver>(provider => new CountedActivity(
            (IActivityObserver)(watcher.ImplementationInstance ?? watcher.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, watcher.ImplementationType!)),
            provider.GetRequiredService<ActivityCounts>()));
    }
}
