using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Sources;
using Alerts.Core.Sources.Guarding;
using Alerts.Core.Sources.WebSub;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Infrastructure.Fetching.Pages;
using Alerts.Infrastructure.Fetching.WebSub;
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
        services.AddSingleton<IHubClient, HubClient>();
        services.AddSingleton<HubFollower>();
        services.AddSingleton<HubCallback>();
        services.AddSingleton(new HubKeys(KeysIn(configuration)));
        services.AddSingleton(provider => new HubSettings(CallbackBase(provider.GetRequiredService<IOptions<PublicOptions>>().Value, provider.GetRequiredService<AddressGuard>())));
        return services;
    }

    /// <summary>The keys that sign tokens also make what hubs are given; without any, feeds are only polled.</summary>
    private static List<byte[]> KeysIn(IConfiguration configuration) =>
        [.. (configuration.GetSection(TokenOptions.Section).Get<TokenOptions>()?.Keys ?? [])
            .Where(key => TokenKey.TryParse(key.Id, key.Key, out _) is not null)
            .Select(key => Convert.FromBase64String(key.Key))];

    /// <summary>Hubs are asked to call only an address that they can reach.</summary>
    private static Uri? CallbackBase(PublicOptions options, AddressGuard guard) =>
        UrlRules.Check(options.PublicUrl.OriginalString, guard.AllowedHosts) is UrlVerdict.Allowed allowed ? allowed.Url : null;
}
