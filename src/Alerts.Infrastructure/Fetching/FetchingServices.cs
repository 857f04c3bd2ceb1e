using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Infrastructure.Fetching.Pages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Fetching;

public static class FetchingServices
{
    public static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<FetchingOptions>().Bind(configuration.GetSection(FetchingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new AddressGuard(provider.GetRequiredService<IOptions<FetchingOptions>>().Value));
        services.AddSingleton<IAddressGuard>(provider => provider.GetRequiredService<AddressGuard>());
        services.AddSingleton<IFetcher, HttpFetcher>();
        services.AddSingleton<RobotsPolicy>();
        services.AddSingleton<IPageReader, PageReader>();
        return services;
    }
}
