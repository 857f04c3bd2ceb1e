using System.Text;
using System.Text.Json;
using Alerts.Core.Articles;
using Alerts.Core.Sources;
using Alerts.Web.Access;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Alerts.Web.Api;

/// <summary>Reads what a caller pushes: one article or an array of them.</summary>
internal sealed class SubmissionReader(ISourceStore sources, TimeProvider time, IOptions<JsonOptions> json)
{
    private readonly JsonSerializerOptions options = json.Value.SerializerOptions;

    public async Task<(IReadOnlyList<Article> Articles, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var (bytes, problem) = await JsonBody.ReadAsync(request, ArticleLimits.BatchBytes, cancellationToken);
        if (problem is not null)
        {
            return ([], problem);
        }

        (var submissions, problem) = Parse(bytes);
        if (problem is not null)
        {
            return ([], problem);
        }

        var source = await SourceOfAsync(caller, cancellationToken);
        var articles = new List<Article>(submissions.Count);
        var errors = new FieldErrors();
        foreach (var (place, submission) in submissions)
        {
            if (SubmittedArticle.TryCreate(submission, place, source, time.GetUtcNow(), errors) is { } article)
            {
                articles.Add(article);
            }
        }

        return errors.Any ? ([], errors.ToProblem()) : (articles, null);
    }

    private (List<(string Place, ArticleSubmission Submission)> Submissions, ProblemHttpResult? Problem) Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!JsonBody.TryOpen(bytes, out var document, out var problem))
        {
            return ([], problem);
        }

        using (document)
        {
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => Convert([("", document.RootElement)]),
                JsonValueKind.Array when document.RootElement.GetArrayLength() is > 0 and <= ArticleLimits.BatchCount =>
                    Convert(document.RootElement.EnumerateArray().Select((element, index) => ($"[{index}].", element))),
                JsonValueKind.Array => ([], Problem.Of(ProblemKinds.NotPossible, $"A batch has 1 to {ArticleLimits.BatchCount} articles, this one {document.RootElement.GetArrayLength()}.")),
                _ => ([], Problem.Of(ProblemKinds.InvalidField, "The body must be one article or an array of articles.")),
            };
        }
    }

    private (List<(string Place, ArticleSubmission Submission)> Submissions, ProblemHttpResult? Problem) Convert(IEnumerable<(string Place, JsonElement Element)> elements)
    {
        var submissions = new List<(string Place, ArticleSubmission Submission)>();
        foreach (var (place, element) in elements)
        {
            if (Encoding.UTF8.GetByteCount(element.GetRawText()) > ArticleLimits.ArticleBytes)
            {
                var which = place.Length == 0 ? "The article" : $"The article at {place.TrimEnd('.')}";
                return ([], Problem.Of(ProblemKinds.TooLarge, $"{which} has more than {JsonBody.Size(ArticleLimits.ArticleBytes)}."));
            }

            if (!JsonBody.TryConvert<ArticleSubmission>(element, place, options, out var submission, out var problem))
            {
                return ([], problem);
            }

            submissions.Add((place, submission));
        }

        return (submissions, null);
    }

    /// <summary>A caller is a source like another; it appears in the list when it first pushes.</summary>
    private async Task<Source> SourceOfAsync(Caller caller, CancellationToken cancellationToken)
    {
        var source = new Source
        {
            Id = Source.IdOfCaller(caller.Id),
            Name = caller.Name,
            Kind = SourceKind.Caller,
            Publisher = caller.Name,
            AddedAt = time.GetUtcNow(),
        };
        await sources.AddIfAbsentAsync(source, cancellationToken);
        return source;
    }
}
