using Alerts.Core.Delivery;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Operations;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Infrastructure.Email.Outbox;
using Alerts.Infrastructure.Email.SendGrid;
using Alerts.Infrastructure.Email.Smtp;
using Alerts.Infrastructure.Email.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Email;

public static class EmailServices
{
    /// <summary>Composer, tokens, and the sender that <c>Alerts:Email:Mode</c> names.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<EmailOptions>().Bind(configuration.GetSection(EmailOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TokenOptions>().Bind(configuration.GetSection(TokenOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TokenOptions>, TokenOptionsValidator>();
        services.AddPublicAddress(configuration);
        services.AddSingleton(provider => new SubscriptionTokens(
            TokenKeys.Of(provider.GetRequiredService<IOptions<TokenOptions>>().Value), provider.GetRequiredService<TimeProvider>()));

        services.AddSingleton(provider => new HeartbeatSigner(TokenKeys.Of(provider.GetRequiredService<IOptions<TokenOptions>>().Value)));
        services.AddSingleton(provider => new AddressHashes(TokenKeys.Of(provider.GetRequiredService<IOptions<TokenOptions>>().Value)));
        services.TryAddSingleton<ITopicCatalog, BuiltInTopicCatalog>();
        services.AddSingleton<EmailRenderer>();
        services.AddSingleton(_ => RecipientMarks.Draw());
        services.AddSingleton<EmailComposer>();
        services.AddSingleton(provider => new MimeMessages(provider.GetRequiredService<IOptions<EmailOptions>>().Value));
        services.AddSingleton(provider => new SmtpConnections(
            provider.GetRequiredService<IOptions<EmailOptions>>().Value.Smtp, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SendGridMessages>();
        services.AddSingleton(provider => new SendGridGateway(
            provider.GetRequiredService<IOptions<EmailOptions>>().Value.SendGrid, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new OutboxFolder(
            provider.GetRequiredService<IOptions<EmailOptions>>().Value.OutboxPath, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEmailSender>(provider => provider.GetRequiredService<IOptions<EmailOptions>>().Value.Mode switch
        {
            EmailMode.None => new NoEmailSender(),
            EmailMode.Smtp => ActivatorUtilities.CreateInstance<SmtpEmailSender>(provider),
            EmailMode.SendGrid => ActivatorUtilities.CreateInstance<SendGridEmailSender>(provider),
            _ => ActivatorUtilities.CreateInstance<OutboxEmailSender>(provider),
        });
        return services;
    }

    /// <summary>Links in mails and webhooks are built on <c>Alerts:PublicUrl</c>.</summary>
    internal static IServiceCollection AddPublicAddress(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PublicOptions>().Bind(configuration.GetSection(PublicOptions.Section))
            .Validate(
                options => options.PublicUrl is { IsAbsoluteUri: true } url && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp),
                $"{PublicOptions.Section}:PublicUrl must be a whole http or https address, such as https://alerts.example.org.")
            .ValidateOnStart();
        services.TryAddSingleton(provider => new PublicLinks(provider.GetRequiredService<IOptions<PublicOptions>>().Value.PublicUrl));
        return services;
    }
}
