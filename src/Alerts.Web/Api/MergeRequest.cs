namespace Alerts.Web.Api;

/// <param name="Into">The id of the story that goes on.</param>
public sealed record MergeRequest(string? Into);
