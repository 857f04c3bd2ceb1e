using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Sources.Guarding;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Webhooks;

public static class WebhookServices
{
    /// <summary>The webhook sender, behind the same guard as fetching and with its allowed hosts.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddPublicAddress(configuration);
        services.AddSingleton<WebhookBodies>();
        services.AddSingleton<WebhookRequests>();
        services.AddSingleton<IWebhookSender>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<FetchingOptions>>().Value;
            var client = new HttpClient(GuardedHttpHandler.Create(options)) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 64 * 1024 };
            return ActivatorUtilities.CreateInstance<HttpWebhookSender>(provider, client, new AllowedHosts(options.AllowedHosts));
        });
        return services;
    }
}
