using System.Net.Sockets;
using System.Text.RegularExpressions;
using Alerts.Core.Delivery;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Alerts.Infrastructure.Email.Smtp;

/// <summary>What a mail server's answer means for one recipient.</summary>
internal static partial class SmtpAnswers
{
    /// <returns>Null for what is a bug rather than an answer.</returns>
    public static SendOutcome? Judge(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        SmtpCommandException refused => Judge(refused.ErrorCode, (int)refused.StatusCode, refused.Message),
        ServiceNotAuthenticatedException => new SendOutcome.RetryLater($"the mail server wants a login: {SafeText.Line(exception.Message, 300)}", After: null, 530),
        AuthenticationException => new SendOutcome.RetryLater("the mail server refused the login"),
        SslHandshakeException => new SendOutcome.RetryLater("the mail server's TLS could not be agreed upon"),
        NotSupportedException unsupported => unsupported.Message.Contains("UTF8", StringComparison.OrdinalIgnoreCase)
            ? new SendOutcome.Refused("the mail server does not take internationalised addresses")
            : new SendOutcome.RetryLater(SafeText.Line(unsupported.Message, 300)),
        ServiceNotConnectedException or ProtocolException or IOException or SocketException or TimeoutException =>
            new SendOutcome.RetryLater(SafeText.Line(exception.Message, 300)),
        OperationCanceledException => new SendOutcome.RetryLater(cancellationToken.IsCancellationRequested ? "stopped before the mail was taken" : "the mail server did not answer in time"),
        _ => null,
    };

    /// <summary>
    /// 4xx is for now. 5xx is for good where it is about the recipient or the message; about us (login, sender, policy of relaying) it is
    /// the operator's to repair, and the mails wait for that.
    /// </summary>
    private static SendOutcome Judge(SmtpErrorCode code, int status, string said)
    {
        var why = SafeText.Line(said, 500);
        return status switch
        {
            >= 400 and < 500 => new SendOutcome.RetryLater(why, After: null, status),
            530 or 534 or 535 or 538 => new SendOutcome.RetryLater($"the mail server wants a login: {why}", After: null, status),
            _ when code == SmtpErrorCode.SenderNotAccepted => new SendOutcome.RetryLater($"the mail server refuses the sender: {why}", After: null, status),
            _ when code == SmtpErrorCode.RecipientNotAccepted && IsUnknownMailbox(status, why) => new SendOutcome.EndpointGone(why, status),
            >= 500 and < 600 => new SendOutcome.Refused(why, status),
            _ => new SendOutcome.RetryLater(why, After: null, status),
        };
    }

    /// <summary>The enhanced code (RFC 3463) where the server states one: 5.1.1 no such mailbox, 5.1.10 no mail there, 5.1.6 moved, 5.2.1 disabled; else a bare 550.</summary>
    private static bool IsUnknownMailbox(int status, string said) => EnhancedCode().Match(said) is { Success: true } enhanced
        ? enhanced.Value is "5.1.1" or "5.1.6" or "5.1.10" or "5.2.1"
        : status == 550;

    [GeneratedRegex(@"\b5\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex EnhancedCode();
}
