using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Auditing;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Storage;

public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StorageRequestCounter>();
        services.AddSingleton<StorageClients>();
        services.AddSingleton(provider => new StorageSetup(provider.GetRequiredService<StorageClients>()));
        services.AddSingleton<IStorageHealth, StorageHealth>();
        services.AddSingleton(provider => new QueuePump(
            provider.GetRequiredService<StorageClients>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<QueuePump>>()));
        services.AddSingleton<IMessageQueue, QueueMessageQueue>();
        services.AddSingleton<IDeadLetters, QueueDeadLetters>();
        services.AddSingleton<ISourceStore, TableSourceStore>();
        services.AddSingleton<IArticleStore, TableArticleStore>();
        services.AddSingleton<IOwnTopicStore, TableOwnTopicStore>();
        services.AddSingleton<IOwnStories, TableOwnStories>();
        services.AddSingleton<IOwnHitStore, TableOwnHitStore>();
        services.AddSingleton<IOpenAnnouncements, TableOpenAnnouncements>();
        services.AddSingleton<IStoryStore, TableStoryStore>();
        services.AddSingleton<IIncidentStore, TableIncidentStore>();
        services.AddSingleton<IHitStore, TableHitStore>();
        services.AddSingleton<ISubscriptionStore, TableSubscriptionStore>();
        services.AddSingleton<IApiKeyStore, TableApiKeyStore>();
        services.AddSingleton<IAuditLog, TableAuditLog>();
        services.AddSingleton<ISuppressionStore, TableSuppressionStore>();
        services.AddSingleton<IChannelPauses, TableChannelPauses>();
        services.AddSingleton<IMailBudget, TableMailBudget>();
        services.AddSingleton<IFailureLog, TableFailureLog>();
        services.AddSingleton<IEvidenceStore, TableEvidenceStore>();
        services.AddSingleton<IAlertStore, TableAlertStore>();
        services.AddSingleton<IOpenAlerts, TableOpenAlerts>();
        services.AddSingleton<IDailyAllowance, TableDailyAllowance>();
        services.AddSingleton<IHitFeedbackStore, TableHitFeedbackStore>();
        services.AddSingleton<IErasedAddresses, TableErasedAddresses>();
        services.AddSingleton<IRateLimiter, TableSlidingWindows>();
        services.AddSingleton<IDeliveryStore, TableDeliveryStore>();
        services.AddSingleton<IAlarmStore, TableAlarmStore>();
        services.AddSingleton<IHeartbeatStore, TableHeartbeatStore>();
        services.AddSingleton<IQueueWatch, QueueWatch>();
        services.AddSingleton<IWalkPositions, TableWalkPositions>();
        services.AddSingleton<IPurgeable, TableStoryStore>();
        services.AddSingleton<IPurgeable, TableDeliveryStore>();
        services.AddPurgeableRows(TableNames.StoryKeys, kept => kept.AlertedDays);
        services.AddPurgeableRows(TableNames.Alerts, kept => kept.AlertedDays);
        services.AddPurgeableRows(TableNames.Evidence, kept => kept.AlertedDays);
        services.AddPurgeableRows(TableNames.HitFeedback, kept => kept.AlertedDays);
        services.AddPurgeableRows(TableNames.Owned, kept => kept.HitDays);
        services.AddPurgeableRows(TableNames.MessageFailures, kept => kept.FailureDays);
        services.AddSingleton<IEnrichmentBudget>(provider => new TableEnrichmentBudget(
            provider.GetRequiredService<StorageClients>().TableClient(TableNames.Budgets), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddPurgeableRows(this IServiceCollection services, string table, Func<RetentionOptions, int> days) =>
        services.AddSingleton<IPurgeable>(provider => new PurgeableRows(provider.GetRequiredService<StorageClients>(), table, days));
}
