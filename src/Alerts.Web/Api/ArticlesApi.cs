using System.ComponentModel;
using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>Articles that callers push, and what became of an article.</summary>
internal static class ArticlesApi
{
    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles");
        articles.MapPost("/", PushAsync)
            .RequireScope(ApiScope.Ingest, takesSignature: true)
            .Refuses(ProblemKinds.InvalidField, ProblemKinds.TooLarge, ProblemKinds.UnsupportedMediaType)
            .Accepts<ArticleSubmission>("application/json")
            .WithName("pushArticles")
            .WithSummary("Push one article or a batch")
            .WithDescription(
                "The body is one article or an array of up to 100. One article may have 64 KiB, the body 2 MiB. Pushing an article again changes nothing: its id is derived from its canonical URL. "
                + "Answers 202 with the ids at once; with wait=true (at most 10 articles) 200 with the decision on each and why. Instead of a key, a Standard Webhooks signature is taken, with ?key=ID in the address.");
        articles.MapGet("/{id}", GetAsync)
            .RequireScope(ApiScope.Read)
            .Refuses(ProblemKinds.NotFound)
            .WithName("getArticle")
            .WithSummary("One article: its text, and what was decided");
    }

    private static async Task<Results<Accepted<ArticlesAccepted>, Ok<Listing<DecisionView>>, ProblemHttpResult>> PushAsync(
        HttpRequest request,
        Caller caller,
        SubmissionReader reader,
        ArticleIntake intake,
        IMessageHandler<ReadMessage> read,
        IArticleStore articles,
        IArticleMatcher matcher,
        [Description("true: answer with the decision instead of the ids alone.")] string? wait,
        CancellationToken cancellationToken)
    {
        if (wait is not (null or "" or "true" or "false"))
        {
            return Problem.Of(ProblemKinds.InvalidParameter, "wait must be true or false.");
        }

        var (pushed, problem) = await reader.ReadAsync(request, caller, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (wait == "true" && pushed.Count > ArticleLimits.WaitCount)
        {
            return Problem.Of(ProblemKinds.NotPossible, $"At most {ArticleLimits.WaitCount} articles can be waited for; push without wait and read them later.");
        }

        var stored = await intake.TakeAsync(pushed, cancellationToken);
        if (wait != "true")
        {
            return TypedResults.Accepted((string?)null, new ArticlesAccepted([.. stored.Select(article => new ArticleReference(article.Id, article.Url))]));
        }

        // The message that the intake sent finds them read and does nothing more.
        var ids = stored.Select(article => article.Id).ToList();
        await read.HandleAsync(new ReadMessage([.. ids.Distinct()]), cancellationToken);
        var decided = (await articles.GetAsync(ids, cancellationToken)).ToDictionary(article => article.Id);
        return TypedResults.Ok(new Listing<DecisionView>([.. ids.Select(id => DecisionView.Of(matcher.Read(decided[id])))]));
    }

    private static async Task<Results<Ok<ArticleView>, ProblemHttpResult>> GetAsync(string id, IArticleStore articles, CancellationToken cancellationToken) =>
        (await articles.GetAsync([id], cancellationToken)) is [{ PurgedAt: null } article] ? TypedResults.Ok(ArticleView.Of(article)) : Problem.NotFound("article", id);
}
