namespace Alerts.Core.Delivery;

/// <summary>The addresses of this installation that stand in what it sends.</summary>
public sealed class PublicLinks(Uri publicUrl)
{
    private readonly string root = publicUrl.AbsoluteUri.TrimEnd('/');

    public string Home => root;

    public string Host => publicUrl.IdnHost;

    public string Story(string storyId) => $"{root}/stories/{Uri.EscapeDataString(storyId)}";

    public string Subscribe => root + "/subscribe";

    /// <param name="token">URL-safe as it is.</param>
    public string Confirm(string token) => $"{root}/confirm?token={token}";

    public string Preferences(string token) => $"{root}/preferences?token={token}";

    public string Unsubscribe(string token) => $"{root}/unsubscribe?token={token}";
}
