namespace Alerts.Core.Subscriptions.Tokens;

/// <summary>Section <c>Alerts:Tokens</c>. Without a key no mail can be written, since every mail carries a way out.</summary>
public sealed class TokenOptions
{
    public const string Section = "Alerts:Tokens";

    /// <summary>
    /// The first signs, all verify. To rotate, put a new one in front. Taking an old one away makes the unsubscribe links of the
    /// mails that it signed invalid.
    /// </summary>
    public IReadOnlyList<TokenKeyOptions> Keys { get; set; } = [];
}

public sealed class TokenKeyOptions
{
    /// <summary>Up to 16 ASCII letters and digits; stands in every token.</summary>
    public string Id { get; set; } = "";

    /// <summary>At least 32 random bytes in base64: <c>openssl rand -base64 32</c>.</summary>
    public string Key { get; set; } = "";
}
