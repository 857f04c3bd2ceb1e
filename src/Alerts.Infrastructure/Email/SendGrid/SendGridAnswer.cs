namespace Alerts.Infrastructure.Email.SendGrid;

/// <param name="MessageId">The provider's id of what it accepted; its events begin with it.</param>
internal sealed record SendGridAnswer(int Status, string Body, string? MessageId, TimeSpan? RetryAfter);
