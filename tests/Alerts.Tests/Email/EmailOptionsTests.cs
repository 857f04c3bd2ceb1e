using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Email.Outbox;
using Alerts.Infrastructure.Email.SendGrid;
using Alerts.Infrastructure.Email.Smtp;
using Alerts.Infrastructure.Email.Tokens;
using Microsoft.Extensions.Options;

namespace Alerts.Tests.Email;

public sealed class EmailOptionsTests
{
    [Theory]
    [InlineData("Outbox", typeof(OutboxEmailSender))]
    [InlineData("None", typeof(NoEmailSender))]
    [InlineData("Smtp", typeof(SmtpEmailSender))]
    [InlineData("SendGrid", typeof(SendGridEmailSender))]
    public void The_mode_chooses_the_sender(string mode, Type sender)
    {
        using var services = Services(
            ("Alerts:Email:Mode", mode), ("Alerts:Email:From", "news@example.org"), ("Alerts:Email:Smtp:Host", "localhost"), ("Alerts:Email:SendGrid:ApiKey", "SG.x"));

        Assert.IsType(sender, services.GetRequiredService<IEmailSender>());
    }

    [Theory]
    [InlineData("Alerts:Email:From", "Alerts <news@example.org>", "From must be a plain address")]
    [InlineData("Alerts:Email:Smtp:Host", "", "Alerts:Email:Smtp:Host must name the mail server")]
    [InlineData("Alerts:Email:Smtp:Port", "0", "Port must be from 1 to 65535")]
    [InlineData("Alerts:Email:Smtp:User", "ana", "must be set both or neither")]
    [InlineData("Alerts:Email:FromName", "", "FromName")]
    public void A_wrong_setting_is_named(string setting, string value, string message)
    {
        using var services = Services(("Alerts:Email:Mode", "Smtp"), ("Alerts:Email:From", "news@example.org"), ("Alerts:Email:Smtp:Host", "localhost"), (setting, value));

        Assert.Contains(message, Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<EmailOptions>>().Value).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ApiKey", "", "ApiKey must be set")]
    [InlineData("ApiKey", "@Microsoft.KeyVault(not resolved)", "ApiKey holds characters")]
    [InlineData("BaseUrl", "http://api.example.org", "BaseUrl must be an https address")]
    [InlineData("EventWebhookPublicKey", "x", "EventWebhookPublicKey is no ECDSA")]
    public void A_wrong_setting_of_SendGrid_is_named(string setting, string value, string message)
    {
        using var services = Services(
            ("Alerts:Email:Mode", "SendGrid"), ("Alerts:Email:From", "news@example.org"), ("Alerts:Email:SendGrid:ApiKey", "SG.x"), ($"Alerts:Email:SendGrid:{setting}", value));

        Assert.Contains(message, Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<EmailOptions>>().Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_never_sent_in_clear()
    {
        using var services = Services(
            ("Alerts:Email:Mode", "Smtp"), ("Alerts:Email:From", "news@example.org"), ("Alerts:Email:Smtp:Host", "mail"), ("Alerts:Email:Smtp:User", "u"),
            ("Alerts:Email:Smtp:Password", "p"), ("Alerts:Email:Smtp:Security", "None"));

        Assert.Contains("in clear", Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<EmailOptions>>().Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_that_leaves_needs_a_sender_of_ones_own()
    {
        using var services = Services(("Alerts:Email:Mode", "Smtp"), ("Alerts:Email:Smtp:Host", "mail"));

        Assert.Contains("From must be set", Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<EmailOptions>>().Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_there_are_no_tokens_and_the_message_says_how_to_make_one()
    {
        using var services = new ServiceCollection().AddLogging().AddEmail(new ConfigurationBuilder().Build()).BuildServiceProvider();

        Assert.Contains("openssl rand -base64 32", Assert.Throws<OptionsValidationException>(services.GetRequiredService<SubscriptionTokens>).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://alerts.example.org")]
    [InlineData("/alerts")]
    public void The_public_address_must_be_whole(string url)
    {
        using var services = Services(("Alerts:PublicUrl", url));

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<PublicLinks>());
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var key = TokenKeys.Generate();
        Dictionary<string, string?> all = new() { ["Alerts:Tokens:Keys:0:Id"] = key.Id, ["Alerts:Tokens:Keys:0:Key"] = key.Key };
        foreach (var (name, value) in settings)
            all[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return new ServiceCollection().AddLogging().AddEmail(configuration).BuildServiceProvider();
    }
}
