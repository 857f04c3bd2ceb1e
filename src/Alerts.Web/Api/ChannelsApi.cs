using Alerts.Core.Delivery.Operating;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Api.Views;
using Alerts.Web.Auditing;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>Stopping a channel and letting it go on.</summary>
internal static class ChannelsApi
{
    private const int MaxReasonLength = 300;

    public static void MapChannels(this IEndpointRouteBuilder api)
    {
        var channels = api.MapGroup("/channels").WithTags("Operator").RequireScope(ApiScope.Admin);
        channels.MapGet("/", async (IChannelPauses pauses, CancellationToken cancellationToken) =>
                TypedResults.Ok(new Listing<ChannelView>(ChannelView.All(await pauses.ListAsync(cancellationToken)))))
            .WithName("listChannels").WithSummary("The channels, and which of them are paused");
        channels.MapPost("/{channel}/pause", PauseAsync).Refuses(ProblemKinds.InvalidField, ProblemKinds.NotFound).WithName("pauseChannel")
            .WithSummary("Send nothing by this channel; what is due waits and is not lost");
        channels.MapPost("/{channel}/resume", ResumeAsync).Refuses(ProblemKinds.NotFound).WithName("resumeChannel")
            .WithSummary("Go on; what waited goes out within two minutes");
    }

    private static async Task<Results<Ok<ChannelView>, ProblemHttpResult>> PauseAsync(
        string channel, Body<PauseRequest> body, HttpContext context, Caller caller, IChannelPauses pauses, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Find(channel) is not { } kind)
        {
            return Problem.NotFound("channel", channel);
        }

        if (body.Value.Reason?.Trim() is not { Length: > 0 and <= MaxReasonLength } reason || reason.Any(char.IsControl))
        {
            return new FieldErrors().Add("reason", $"must be 1 to {MaxReasonLength} characters on one line, for those who ask why nothing comes").ToProblem();
        }

        AuditNote.Add(context, reason);
        var pause = new ChannelPause(kind, time.GetUtcNow(), $"key:{caller.Id} {caller.Name}", reason);
        await pauses.PauseAsync(pause, cancellationToken);
        return TypedResults.Ok(ChannelView.Of(kind, pause));
    }

    private static async Task<Results<Ok<ChannelView>, ProblemHttpResult>> ResumeAsync(string channel, IChannelPauses pauses, CancellationToken cancellationToken)
    {
        if (Find(channel) is not { } kind)
        {
            return Problem.NotFound("channel", channel);
        }

        await pauses.ResumeAsync(kind, cancellationToken);
        return TypedResults.Ok(ChannelView.Of(kind, pause: null));
    }

    private static ChannelKind? Find(string name) => Enum.GetValues<ChannelKind>().Cast<ChannelKind?>().FirstOrDefault(kind => string.Equals(kind.ToString(), name, StringComparison.OrdinalIgnoreCase));
}
