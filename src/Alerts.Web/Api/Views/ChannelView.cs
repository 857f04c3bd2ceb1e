using Alerts.Core.Delivery.Operating;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api.Views;

public sealed record ChannelView(ChannelKind Channel, bool Paused, DateTimeOffset? Since, string? By, string? Reason)
{
    public static ChannelView Of(ChannelKind channel, ChannelPause? pause) => new(channel, pause is not null, pause?.Since, pause?.By, pause?.Reason);

    internal static IReadOnlyList<ChannelView> All(IReadOnlyList<ChannelPause> pauses) =>
        [.. Enum.GetValues<ChannelKind>().Select(channel => Of(channel, pauses.FirstOrDefault(pause => pause.Channel == channel)))];
}
