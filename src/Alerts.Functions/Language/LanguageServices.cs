using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
#if AZURE_LANGUAGE
using Alerts.Core.Matching;
using Azure.AI.TextAnalytics;
using Azure.Identity;
#endif

namespace Alerts.Functions.Language;

public static class LanguageServices
{
    /// <summary>Puts the enricher in place if <see cref="LanguageOptions.Endpoint"/> is set.</summary>
    public static IServiceCollection AddTextAnalytics(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<LanguageOptions>().BindConfiguration(LanguageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (configuration.GetSection(LanguageOptions.Section).Get<LanguageOptions>()?.Endpoint is not { } endpoint)
            return services;

#if AZURE_LANGUAGE
        // Articles wait for the answer: rather go without than long.
        var clientOptions = new TextAnalyticsClientOptions { Retry = { MaxRetries = 2, NetworkTimeout = TimeSpan.FromSeconds(10) } };
        return services
            .AddSingleton(new TextAnalyticsClient(endpoint, new DefaultAzureCredential(), clientOptions))
            .AddSingleton<ITextAnalyticsGateway, TextAnalyticsGateway>()
            .AddSingleton<ITextEnricher, TextAnalyticsEnricher>();
#else
        throw new InvalidOperationException(
            $"{LanguageOptions.Section}:Endpoint is {endpoint}, but this app was built without Azure AI Language: build it without AzureLanguage=false, or remove the setting.");
#endif
    }
}
