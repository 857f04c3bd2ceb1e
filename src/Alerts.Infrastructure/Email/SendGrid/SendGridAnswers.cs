using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <summary>What an answer of the API means for the mails of the call. Those refused for their content come here one by one.</summary>
internal static class SendGridAnswers
{
    private const int DetailLength = 1_024;

    public static SendOutcome Judge(SendGridAnswer answer)
    {
        var said = SafeText.Line(answer.Body, DetailLength);
        var why = said.Length > 0 ? $"{answer.Status}: {said}" : $"{answer.Status}";
        return answer.Status switch
        {
            >= 200 and < 300 => new SendOutcome.Delivered(answer.MessageId, answer.Status, why),
            400 or 413 => new SendOutcome.Refused(why, answer.Status),
            _ => new SendOutcome.RetryLater(why, answer.RetryAfter, answer.Status),
        };
    }
}
