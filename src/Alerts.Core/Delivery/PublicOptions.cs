namespace Alerts.Core.Delivery;

/// <summary>Section <c>Alerts</c>, as far as links in mails and webhooks need it.</summary>
public sealed class PublicOptions
{
    public const string Section = "Alerts";

    /// <summary>
    /// Under which address readers reach this installation ("https://alerts.example.org"). Where it is wrong, nobody can confirm,
    /// open a story or unsubscribe. Mail providers accept one-click unsubscription over https only.
    /// </summary>
    public Uri PublicUrl { get; set; } = new("http://127.0.0.1:7071");
}
