using System.ComponentModel.DataAnnotations;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure.Email.SendGrid;
using Alerts.Infrastructure.Email.Smtp;

namespace Alerts.Infrastructure.Email;

/// <summary>Who sends mail, and how. Section <c>Alerts:Email</c>.</summary>
public sealed class EmailOptions : IValidatableObject
{
    public const string Section = "Alerts:Email";

    public EmailMode Mode { get; set; } = EmailMode.Outbox;

    /// <summary>The sender's address. Its domain must allow the server to send for it (SPF, DKIM, DMARC), or mails end as spam.</summary>
    public string From { get; set; } = DefaultFrom;

    /// <summary>What readers see as the sender.</summary>
    [Required, MaxLength(100)]
    public string FromName { get; set; } = "Alerts";

    /// <summary>Where mode Outbox writes.</summary>
    [Required]
    public string OutboxPath { get; set; } = Path.Combine(".alerts", "outbox");

    public SmtpOptions Smtp { get; set; } = new();

    public SendGridOptions SendGrid { get; set; } = new();

    private const string DefaultFrom = "alerts@alerts.example";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Mode == EmailMode.None)
            yield break;
        if (!EmailAddress.TryNormalise(From, out _))
            yield return new ValidationResult($"{Section}:From must be a plain address such as alerts@your-domain.org.", [nameof(From)]);
        else if (Mode is EmailMode.Smtp or EmailMode.SendGrid && From == DefaultFrom)
            yield return new ValidationResult($"{Section}:From must be set to send mail: an address of a domain that lets this server send for it.", [nameof(From)]);

        var problems = Mode switch
        {
            EmailMode.Smtp => Smtp.Problems(),
            EmailMode.SendGrid => SendGrid.Problems(),
            _ => [],
        };
        foreach (var problem in problems)
            yield return new ValidationResult(problem, [Mode.ToString()]);
    }
}
