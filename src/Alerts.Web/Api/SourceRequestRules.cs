using Alerts.Core.Sources;
using Alerts.Core.Sources.Feeds.Lists;
using Alerts.Core.Sources.Guarding;
using Alerts.Web.Problems;

namespace Alerts.Web.Api;

/// <summary>Judges what an administrator asks of a source.</summary>
internal sealed class SourceRequestRules(AllowedHosts allowed, TimeProvider time)
{
    private const int MaxNameLength = 200;
    private const double MaxIntervalMinutes = 24 * 60;
    private const double MaxSilenceHours = 24 * 366;

    /// <returns>Null where something is wrong, which is then among the errors.</returns>
    public Source? Create(SourceRequest request, FieldErrors errors)
    {
        if (request.Url is null)
        {
            errors.Add("url", "is missing");
            return null;
        }

        switch (UrlRules.Check(request.Url, allowed))
        {
            case UrlVerdict.Allowed { Url: var url }:
                var fresh = new Source { Id = Source.IdOf(url), Name = url.Host, Kind = SourceKind.Feed, Url = url, Publisher = url.Host, AddedAt = time.GetUtcNow() };
                return Apply(fresh, request, errors);
            case UrlVerdict.Refused { Reason: var reason }:
                errors.Add("url", $"cannot be watched: {reason}");
                return null;
            case var verdict:
                throw new InvalidOperationException($"Unknown verdict {verdict.GetType().Name}.");
        }
    }

    public static Source? Change(Source source, SourceRequest request, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (request.Url is not null && request.Url != source.Url?.AbsoluteUri)
        {
            errors.Add("url", "cannot be changed: add the other address as a source and remove this one");
        }

        return Apply(source, request, errors);
    }

    private static Source? Apply(Source source, SourceRequest request, FieldErrors errors)
    {
        if (request.Kind == SourceKind.Caller)
        {
            errors.Add("kind", "must be feed, sitemap, jsonApi, htmlList or sanctionsList; a caller becomes a source by pushing");
        }

        CheckLine("name", request.Name, errors);
        CheckLine("publisher", request.Publisher, errors);
        if (request.IntervalMinutes is < 1 or > MaxIntervalMinutes)
        {
            errors.Add("intervalMinutes", $"must be from 1 to {MaxIntervalMinutes}");
        }

        if (request.ExpectedMaxSilenceHours is <= 0 or > MaxSilenceHours)
        {
            errors.Add("expectedMaxSilenceHours", $"must be above 0 and at most {MaxSilenceHours}");
        }

        if (ListDefinition.ProblemOf(request.Kind ?? source.Kind, request.Definition ?? source.Definition) is { } problem)
        {
            errors.Add("definition", $"does not say how to read the source: {problem}");
        }

        return errors.Any ? null : source with
        {
            Name = request.Name?.Trim() ?? source.Name,
            Kind = request.Kind ?? source.Kind,
            Publisher = request.Publisher?.Trim() ?? source.Publisher,
            Tier = request.Tier ?? source.Tier,
            Language = request.Language ?? source.Language,
            Enabled = request.Enabled ?? source.Enabled,
            Interval = request.IntervalMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : source.Interval,
            ExpectedMaxSilence = request.ExpectedMaxSilenceHours is { } hours ? TimeSpan.FromHours(hours) : source.ExpectedMaxSilence,
            Definition = request.Definition ?? source.Definition,
        };
    }

    private static void CheckLine(string field, string? value, FieldErrors errors)
    {
        if (value is not null && (value.Trim().Length is 0 or > MaxNameLength || value.Any(char.IsControl)))
        {
            errors.Add(field, $"must be 1 to {MaxNameLength} characters on one line");
        }
    }
}
