using Alerts.Core.Hits;
using Alerts.Core.Hits.Trials;
using Alerts.Core.Matching.Own;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Web.Access;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Pages.Subscribing;

/// <summary>A subscriber writes its own topics, tries them before saving, and reads what they found.</summary>
internal static class OwnTopicPages
{
    private const int HitsShown = 50;

    public static void MapOwnTopicPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/preferences/topics", EditAsync);
        pages.MapPost("/preferences/topics", WriteAsync);
        pages.MapGet("/preferences/stories/{id}", StoryAsync);
    }

    private static async Task<IResult> EditAsync(HttpContext context, string? token, string? id, string? saved, OwnerCheck owners, IOwnTopicStore topics)
    {
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted);
        if (owner is not Owner.Of { Subscription: { IsFurtherMailbox: false } subscription })
        {
            return OwnerPages.Refuse(owner, "write topics");
        }

        var topic = id is null ? null : await topics.GetAsync(subscription.Subscriber, id, context.RequestAborted);
        return Show(token!, topic, topic is null ? new OwnTopicForm() : new OwnTopicForm(topic.Name, topic.Current.Text), saved: topic is not null && saved is not null);
    }

    /// <summary>The form's three buttons: try it, save it, take it away.</summary>
    private static async Task<IResult> WriteAsync(HttpContext context, OwnerCheck owners, IOwnTopicStore topics, OwnTopics own)
    {
        var posted = await FormReader.ReadAsync(context);
        var (token, form, stop) = (posted["token"].ToString(), OwnTopicForm.Read(posted), context.RequestAborted);
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, stop);
        if (owner is not Owner.Of { Subscription: { IsFurtherMailbox: false, Subscriber: var subscriber } })
        {
            return OwnerPages.Refuse(owner, "write topics");
        }

        var id = OwnTopic.IdOf(subscriber, form.Name.Trim());
        switch (posted["action"].ToString())
        {
            case "remove":
                await own.RemoveAsync(subscriber, id, stop);
                return new SeeOther($"/preferences?token={Uri.EscapeDataString(token)}&saved=1");

            case "save":
                return await own.SaveAsync(subscriber, form.Name, form.Text, form.Days, stop) switch
                {
                    OwnTopicOutcome.Saved => new SeeOther($"/preferences/topics?token={Uri.EscapeDataString(token)}&id={id}&saved=1"),
                    OwnTopicOutcome.Invalid invalid => Show(token, await topics.GetAsync(subscriber, id, stop), form, invalid.Errors),
                    OwnTopicOutcome.Refused refused => Show(token, await topics.GetAsync(subscriber, id, stop), form, refused: new PreferenceError(refused.Field, refused.Why)),
                    _ => OwnerPages.Refuse(new Owner.Unknown(), "write topics"),
                };

            default:
                var (trial, errors) = await own.TestAsync(form.Text, subscriber, form.Name.Trim(), form.Days, stop);
                return Show(token, await topics.GetAsync(subscriber, id, stop), form, errors, trial: trial);
        }
    }

    private static async Task<IResult> StoryAsync(HttpContext context, string id, string? token, OwnerCheck owners, IOwnStories stories, IOwnHitStore hits)
    {
        var owner = await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted);
        if (owner is not Owner.Of { Subscription: { Subscriber: var subscriber } })
        {
            return OwnerPages.Refuse(owner, "read a story of your own topics");
        }

        return await stories.Of(subscriber).GetAsync(id, context.RequestAborted) is { } story
            ? Page.Of<OwnStoryPage>(new()
            {
                [nameof(OwnStoryPage.Story)] = story,
                [nameof(OwnStoryPage.Hits)] = await hits.ListByStoryAsync(subscriber, id, HitsShown, context.RequestAborted),
            })
            : new ProblemAnswer(Problem.NotFound("story", id).ProblemDetails);
    }

    private static Page Show(
        string token, OwnTopic? topic, OwnTopicForm form, IReadOnlyList<TopicError>? errors = null, PreferenceError? refused = null, TopicTrial? trial = null, bool saved = false) =>
        Page.Of<OwnTopicPage>(
            new()
            {
                [nameof(OwnTopicPage.Token)] = token,
                [nameof(OwnTopicPage.Topic)] = topic,
                [nameof(OwnTopicPage.Form)] = form,
                [nameof(OwnTopicPage.Errors)] = errors ?? [],
                [nameof(OwnTopicPage.Refused)] = refused is null ? [] : new[] { refused },
                [nameof(OwnTopicPage.Trial)] = trial,
                [nameof(OwnTopicPage.Saved)] = saved,
            },
            errors is { Count: > 0 } || refused is not null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
}
