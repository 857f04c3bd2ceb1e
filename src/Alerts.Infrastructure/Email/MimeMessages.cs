using System.Text;
using MimeKit;

namespace Alerts.Infrastructure.Email;

/// <summary>Puts a composed mail into MIME. The same mail gives the same bytes: ids and boundary are derived, nothing is drawn.</summary>
internal sealed class MimeMessages(EmailOptions options)
{
    public MimeMessage Of(ComposedEmail email)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(new HeaderText(options.FromName).ToString(), options.From));
        message.To.Add(new MailboxAddress("", email.To));
        message.Subject = email.Subject;
        message.Date = email.Date;
        message.MessageId = email.MessageId;
        message.InReplyTo = email.InReplyTo;
        message.References.AddRange(email.References);
        foreach (var header in email.Headers)
            message.Headers.Add(header.Name, header.Value.ToString());

        var alternative = new MultipartAlternative { Part("plain", email.Text), Part("html", email.Html) };
        alternative.Boundary = "=_" + email.MessageId[..email.MessageId.IndexOf('@', StringComparison.Ordinal)];
        message.Body = alternative;
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, text);
        return part;
    }
}
