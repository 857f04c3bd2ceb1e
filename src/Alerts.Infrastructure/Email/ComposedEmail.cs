using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email;

/// <summary>One mail to one recipient, complete but for its transport.</summary>
public sealed record ComposedEmail
{
    public required DeliveryId DeliveryId { get; init; }

    /// <summary>A plain address.</summary>
    public required string To { get; init; }

    public required EmailBody Body { get; init; }

    /// <summary>From mark to token, for those marks that the body has.</summary>
    public required IReadOnlyDictionary<string, string> Tokens { get; init; }

    /// <summary>Without angle brackets. Derived from the delivery: a repeated mail can be told by it.</summary>
    public required string MessageId { get; init; }

    /// <summary>For an update: the story's first mail, without angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>What it is grouped under, from the root on, without angle brackets: the incident, then the story's first mail.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public required DateTimeOffset Date { get; init; }

    /// <summary>All others than From, To, Subject, Date, Message-ID and those of MIME.</summary>
    public required IReadOnlyList<EmailHeader> Headers { get; init; }

    public string Subject => Body.Subject.ToString();

    public string Html => Personalise(Body.Html);

    public string Text => Personalise(Body.Text);

    private string Personalise(string shared) => Tokens.Aggregate(shared, (text, token) => text.Replace(token.Key, token.Value, StringComparison.Ordinal));
}
