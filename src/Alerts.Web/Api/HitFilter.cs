using System.ComponentModel;
using Alerts.Core.Hits;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Alerts.Web.Api;

/// <summary>What a caller asks of the hits, as it stands in the address.</summary>
public sealed record HitFilter(
    [property: FromQuery(Name = "topic"), Description("A topic's id, such as dprk-crypto.")] string? Topic,
    [property: FromQuery(Name = "since"), Description("Hits on articles first seen at or after: a time, a day, or how long ago (36h, 7d).")] string? Since,
    [property: FromQuery(Name = "until"), Description("Hits on articles first seen before.")] string? Until,
    [property: FromQuery(Name = "language"), Description("Language of the article, such as en or ko.")] string? Language,
    [property: FromQuery(Name = "publisher")] string? Publisher,
    [property: FromQuery(Name = "q"), Description("Words that all stand in title, lede or quotes.")] string? Q,
    [property: FromQuery(Name = "entity"), Description("Whom or what the article names, by any name that is known: Lazarus (with the groups under it), 업비트, Upbit.")] string? Entity,
    [property: FromQuery(Name = "severity"), Description("The least severity: low, medium, high or critical.")] string? Severity,
    [property: FromQuery(Name = "take"), Description("How many, 1 to 200; 50 if not said.")] string? Take,
    [property: FromQuery(Name = "cursor"), Description("As the last answer gave it.")] string? Cursor)
{
    private const int TakeByDefault = 50;
    private const int TakeAtMost = 200;
    private const int MaxTextLength = 200;

    /// <summary>What was asked, without where it goes on: to ask the same again elsewhere.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields =>
    [
        new("topic", Topic), new("since", Since), new("until", Until), new("language", Language), new("publisher", Publisher), new("q", Q), new("entity", Entity), new("severity", Severity),
    ];

    public bool TryRead(ITopicCatalog topics, TimeProvider time, out HitQuery query, out ProblemHttpResult? problem)
    {
        var reader = new QueryReader(time);
        query = new HitQuery(
            NullIfEmpty(Topic), reader.Instant("since", Since), reader.Instant("until", Until), NullIfEmpty(Language), NullIfEmpty(Publisher), NullIfEmpty(Q),
            reader.Take(Take, TakeByDefault, TakeAtMost), NullIfEmpty(Cursor), reader.OneOf<Severity>("severity", Severity), Named(reader));
        if (query.TopicId is { } topic && topics.Topics.All(known => known.Id != topic))
        {
            reader.Refuse("topic", $"must be one of {string.Join(", ", topics.Topics.Select(known => known.Id))}");
        }

        if (query.Text?.Length > MaxTextLength)
        {
            reader.Refuse("q", $"must have at most {MaxTextLength} characters");
        }

        problem = reader.Problem;
        return problem is null;
    }

    private IReadOnlySet<string>? Named(QueryReader reader)
    {
        if (NullIfEmpty(Entity) is not { } name)
        {
            return null;
        }

        if (KnowledgeBase.BuiltIn.IdsNamed(name) is { } ids)
        {
            return ids;
        }

        reader.Refuse("entity", "must be a name that the knowledge base knows; for any other word use q");
        return null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
