using System.CommandLine;
using System.Globalization;
using Alerts.Core.Hits;
using Alerts.Core.Stories;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary><c>alerts stories ...</c></summary>
internal sealed class StoriesCommand : Command
{
    public StoriesCommand(Func<IAnsiConsole> console)
        : base("stories", "Which articles tell the same news, and an operator's word against it")
    {
        Add(new ShowVerb(console));
        Add(new MergeVerb(console));
        Add(new SplitVerb(console));
    }

    private static int Tell(Verb.Invocation invocation, StoryEdit edit) => edit switch
    {
        StoryEdit.Done done when invocation.AsJson => invocation.Print(done.Story),
        StoryEdit.Done done => invocation.Say($"Done. {done.Story.Id} has {done.Story.ArticleCount} articles: {done.Story.Title}"),
        StoryEdit.NotFound missing => invocation.Fail($"There is no {missing.What} {missing.Id}. 'alerts stories show STORY' lists the articles of a story."),
        _ => invocation.Fail(((StoryEdit.Refused)edit).Why),
    };

    private sealed class ShowVerb : Verb
    {
        private readonly Argument<string> story = new("story") { Description = "The story's id" };

        public ShowVerb(Func<IAnsiConsole> console)
            : base("show", "Shows a story's articles and why each is in it", ["alerts stories show 3f2a…"], console) => Arguments.Add(story);

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            var id = invocation.Parsed.GetValue(story)!;
            await using var services = await invocation.OpenAsync(cancellationToken);
            if (await services.Get<IStoryStore>().GetAsync(id, cancellationToken) is not { } found)
            {
                return invocation.Fail($"There is no story {id}. 'alerts hits --json' gives the story of each hit.");
            }

            if (invocation.AsJson)
            {
                return invocation.Print(found);
            }

            invocation.Say($"{found.Title}  [{found.Phase}, {found.Severity}]  {found.ArticleCount} articles{(found.IncidentId is { } incident ? ", incident " + incident : "")}");
            if (found.MergedInto is { } other)
            {
                invocation.Say($"merged into {other}");
            }

            foreach (var article in found.Articles)
            {
                invocation.Say(string.Create(CultureInfo.InvariantCulture, $"  {article.Id}  {article.PublishedAt ?? article.FirstSeenAt:yyyy-MM-dd HH:mm}  {article.Publisher}: {article.Title}"));
                invocation.Say($"      because {article.JoinedBecause}");
            }

            return AlertsCommandLine.Done;
        }
    }

    private sealed class MergeVerb : Verb
    {
        private readonly Argument<string> given = new("story") { Description = "The story that is given up" };
        private readonly Argument<string> into = new("into") { Description = "The story that goes on" };

        public MergeVerb(Func<IAnsiConsole> console)
            : base("merge", "Says that two stories are one; nobody is told again", ["alerts stories merge 3f2a… 91bc…"], console)
        {
            Arguments.Add(given);
            Arguments.Add(into);
        }

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var (from, to) = (invocation.Parsed.GetValue(given)!, invocation.Parsed.GetValue(into)!);
            var edit = await services.Get<StoryEdits>().MergeAsync(from, to, cancellationToken);
            if (edit is StoryEdit.Done)
            {
                await services.AuditAsync("mergeStory", "/api/stories/" + from, cancellationToken, "into " + to);
            }

            return Tell(invocation, edit);
        }
    }

    private sealed class SplitVerb : Verb
    {
        private readonly Argument<string> story = new("story") { Description = "The story" };
        private readonly Argument<string> article = new("article") { Description = "The article that does not belong to it" };
        private readonly Option<string?> into = new("--into") { Description = "The story that it belongs to; else one of its own" };

        public SplitVerb(Func<IAnsiConsole> console)
            : base("split", "Takes an article out of a story, for good", ["alerts stories split 3f2a… 77d0…", "alerts stories split 3f2a… 77d0… --into 91bc…"], console)
        {
            Arguments.Add(story);
            Arguments.Add(article);
            Options.Add(into);
        }

        protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
        {
            await using var services = await invocation.OpenAsync(cancellationToken);
            var parsed = invocation.Parsed;
            var (from, taken, to) = (parsed.GetValue(story)!, parsed.GetValue(article)!, parsed.GetValue(into));
            var edit = await services.Get<StoryEdits>().SplitAsync(from, taken, to, cancellationToken);
            if (edit is StoryEdit.Done)
            {
                await services.AuditAsync("splitStory", "/api/stories/" + from, cancellationToken, $"article {taken}{(to is null ? "" : " into " + to)}");
            }

            return Tell(invocation, edit);
        }
    }
}
