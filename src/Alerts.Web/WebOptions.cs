namespace Alerts.Web;

/// <summary>Section <c>Alerts</c>, as far as the pages need it.</summary>
public sealed class WebOptions
{
    public const string Section = "Alerts";

    /// <summary>Under which address readers reach this installation ("https://alerts.example.org"). Set it behind a proxy, or feeds link to the wrong host.</summary>
    public Uri? PublicUrl { get; set; }
}
