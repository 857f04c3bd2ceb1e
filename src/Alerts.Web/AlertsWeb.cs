using System.Text.Json;
using System.Text.Json.Serialization;
using Alerts.Core.Delivery;
using Alerts.Core.Hits.Trials;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Delivery.Providers;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Messaging;
using Alerts.Core.Sources.Guarding;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Email.SendGrid;
using Alerts.Infrastructure.Fetching;
using Alerts.Infrastructure.Fetching.WebSub;
using Alerts.Web.Access;
using Alerts.Web.Api;
using Alerts.Web.Auditing;
using Alerts.Web.Feeds;
using Alerts.Web.Health;
using Alerts.Web.Health.Metrics;
using Alerts.Web.Pages;
using Alerts.Web.Pages.Endpoints;
using Alerts.Web.Pages.Inbox;
using Alerts.Web.Pages.Subscribing;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Alerts.Web;

/// <summary>The HTTP surface. Both hosts add it, use it and map it, and so answer alike.</summary>
public static class AlertsWeb
{
    public static IServiceCollection AddAlertsWeb(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ApiOptions>().Bind(configuration.GetSection(ApiOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SignUpOptions>().Bind(configuration.GetSection(SignUpOptions.Section)).ValidateDataAnnotations().ValidateOnStart();

        services.AddRouting();
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        services.AddAlertsDescription();

        services.TryAddSingleton<ITopicCatalog, BuiltInTopicCatalog>();
        services.TryAddSingleton<StoryEditor>();
        services.TryAddSingleton<StoryEdits>();
        services.TryAddSingleton<IncidentRecorder>();
        services.TryAddSingleton<Func<IStoryStore, IStoryJoiner>>(_ => stories => new StoryJoiner(stories));
        services.AddSingleton<TopicChoices>();
        services.AddSingleton<TopicTrials>();
        services.AddSingleton<OwnTopics>();
        services.AddSingleton<Feedback>();
        services.TryAddSingleton(provider => new AllowedHosts(provider.GetRequiredService<IOptions<FetchingOptions>>().Value.AllowedHosts));
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<Memberships>();
        services.TryAddSingleton<Suppressions>();
        services.AddSingleton<Departures>();
        services.AddSingleton<ProviderEvents>();
        services.AddSingleton<Replays>();
        services.TryAddSingleton<SendGridEventReader>();
        services.AddSingleton<SignUps>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<Channels>();
        services.AddSingleton<WebhookEndpoints>();
        services.AddSingleton<Resending>();

        services.AddSingleton<KeyCheck>();
        services.AddSingleton<SignatureCheck>();
        services.AddSingleton<OwnerCheck>();
        services.AddSingleton<OwnerLinks>();
        services.AddSingleton<SignUpGate>();
        services.AddSingleton<SubmissionReader>();
        services.AddSingleton<SourceRequestRules>();
        services.AddSingleton<WebhookRequestRules>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<StatusReader>();
        services.TryAddSingleton<ActivityCounts>();
        services.AddSingleton<MetricsReader>();
        services.AddSingleton<Site>();
        services.AddInbox(configuration);
        services.AddScoped<PageRenderer>();
        services.AddScoped<FeedBuilder>();
        return services;
    }

    /// <summary>What every answer carries, what becomes of failures, routing, and who may; <see cref="MapAlerts"/> comes after it.</summary>
    public static IApplicationBuilder UseAlerts(this IApplicationBuilder app) =>
        app.UseMiddleware<SecurityHeaders>().UseMiddleware<HeadRequests>().UseMiddleware<ProblemMiddleware>().UseRouting().UseMiddleware<AccessMiddleware>();

    public static IEndpointRouteBuilder MapAlerts(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").AddEndpointFilter<BodyFilter>().AddEndpointFilter<AuditFilter>();
        api.MapArticles();
        api.MapHits();
        api.MapStories();
        api.MapIncidents();
        api.MapTopics();
        api.MapOwnTopics();
        api.MapFeedback();
        api.MapSubscriberChannels();
        api.MapSources();
        api.MapWebhooks();
        api.MapSubscriptions();
        api.MapDeliveries();
        api.MapDeadLetters();
        api.MapKeys();
        api.MapProviders();
        api.MapChannels();
        api.MapSuppressions();
        api.MapEndpointReplays();
        api.MapEvidence();
        api.MapAudit();
        api.MapOperations();
        endpoints.MapHealth();
        endpoints.MapFeeds();
        endpoints.MapWebSub();
        endpoints.MapAlertsDescription();

        var pages = endpoints.MapGroup("").ExcludeFromDescription();
        pages.MapPublicPages();
        pages.MapSubscribing();
        pages.MapOwnerPages();
        pages.MapOwnTopicPages();
        pages.MapEndpointPages();
        pages.MapFeedbackPages();
        pages.MapChannelPages();
        pages.MapInbox();
        return endpoints;
    }

    /// <summary>
    /// Only where the outbox was asked for by name: its mails hold the tokens of their readers, and a default must not show them.
    /// </summary>
    private static void AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[EmailOptions.Section + ":Mode"] == nameof(EmailMode.Outbox))
        {
            services.TryAddSingleton<IOutbox>(provider => new OutboxReader(provider.GetRequiredService<IOptions<EmailOptions>>().Value.OutboxPath));
        }
    }

    private static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
