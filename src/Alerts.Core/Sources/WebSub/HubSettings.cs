namespace Alerts.Core.Sources.WebSub;

/// <param name="CallbackBase">Where hubs find us; null where nobody outside does, and feeds are only polled.</param>
public sealed record HubSettings(Uri? CallbackBase)
{
    public const string Path = "/websub";

    public Uri? CallbackFor(string sourceId, string token) =>
        CallbackBase is null ? null : new Uri(CallbackBase, $"{Path}/{Uri.EscapeDataString(sourceId)}/{token}");
}
