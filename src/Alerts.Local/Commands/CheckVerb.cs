using System.CommandLine;
using System.Globalization;
using System.Text;
using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Infrastructure.Fetching.Pages;
using Alerts.Local.Hosting;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>Decides one article and says why; needs no storage and keeps nothing.</summary>
internal sealed class CheckVerb : Verb
{
    private const int MaxHeadline = 250;

    private readonly Argument<string> article = new("article") { Description = "A URL, a file (text or HTML), or - for standard input" };

    public CheckVerb(Func<IAnsiConsole> console)
        : base("check", "Reads one article and prints the decision and why", ["alerts check https://example.org/news/1", "alerts check article.txt", "pbpaste | alerts check -"], console) =>
        Arguments.Add(article);

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var named = invocation.Parsed.GetValue(article)!;
        await using var services = LocalServices.WithoutStorage(LocalFolder.Open(invocation.Data));
        PageOutcome outcome;
        if (Uri.TryCreate(named, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            outcome = await services.Get<IPageReader>().ReadAsync(url, cancellationToken);
        }
        else if (named == "-" || File.Exists(named))
        {
            outcome = FromText(named == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(named, cancellationToken));
        }
        else
        {
            return invocation.Misuse($"'{named}' is neither a URL nor a file that is there.");
        }

        return outcome switch
        {
            PageOutcome.Page page => Decide(invocation, services.Get<IArticleMatcher>(), page, named),
            PageOutcome.NoText none => invocation.Fail($"There is no article to read: {none.Reason}."),
            PageOutcome.Unreachable unreachable => invocation.Fail($"The page could not be had: {unreachable.Reason}."),
            _ => invocation.Fail("The page could not be read."),
        };
    }

    private static PageOutcome FromText(string text)
    {
        if (text.TrimStart().StartsWith('<'))
        {
            var nowhere = new Uri("https://article.invalid/article");
            return PageExtractor.Extract(Encoding.UTF8.GetBytes(text), "text/html; charset=utf-8", nowhere, nowhere, CancellationToken.None);
        }

        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            return new PageOutcome.NoText("the text is empty");
        }

        // Somebody's copy of a page: what stands above the longest paragraph is its headline.
        var longest = lines.Index().MaxBy(line => line.Item.Length).Index;
        var title = longest > 0 && lines[longest - 1].Length <= MaxHeadline ? lines[longest - 1] : "";
        return new PageOutcome.Page(title, string.Join('\n', lines.Where((_, index) => title.Length == 0 || index != longest - 1)), null, null, null);
    }

    private static int Decide(Invocation invocation, IArticleMatcher matcher, PageOutcome.Page page, string url)
    {
        var reading = matcher.Read(new Article
        {
            Id = ArticleId.Of(url),
            Url = url,
            Title = page.Title,
            Text = page.Text,
            Language = page.Language,
            FirstSeenAt = TimeProvider.System.GetUtcNow(),
            PublishedAt = page.PublishedAt,
            SourceId = "check",
            Publisher = "check",
            TextOrigin = TextOrigin.Caller,
        });
        var whom = Protagonists.Of(reading);
        if (invocation.AsJson)
        {
            return invocation.Print(new { url, page.Title, reading.Language, topics = reading.Matched.Select(match => match.TopicId), Victims = whom.VictimLabels, Actors = whom.ActorLabels, reading.Matches });
        }

        var console = invocation.Console;
        console.MarkupLine($"[bold]{Markup.Escape(page.Title.Length > 0 ? page.Title : url)}[/]  [grey]{reading.Language}[/]");
        console.WriteLine($"victims  {Listed([.. whom.VictimLabels])}");
        console.WriteLine($"actors   {Listed([.. whom.ActorLabels])}");
        console.WriteLine($"named    {Listed([.. NamesOf(reading, Kinds.State, Kinds.Actor, Kinds.Victim)])}");
        console.WriteLine($"sums     {Listed([.. reading.Mentions.Where(mention => mention.Kind == Kinds.Amount).Select(mention => mention.Alias).Distinct()])}");
        foreach (var match in reading.Matches)
        {
            Explain(console, match);
        }

        return AlertsCommandLine.Done;
    }

    private static IEnumerable<string> NamesOf(ArticleReading reading, params string[] kinds) =>
        reading.Mentions.Where(mention => kinds.Contains(mention.Kind)).Select(mention => mention.Name).Distinct();

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    private static void Explain(IAnsiConsole console, Match match)
    {
        console.WriteLine();
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"{(match.Matched ? "[green]yes[/]" : "[yellow]no [/]")} [bold]{match.TopicId}[/]  score {match.Score}"));
        console.WriteLine("    " + match.Explanation.Summary);
        foreach (var clause in match.Explanation.Clauses)
        {
            console.MarkupLine($"    {(clause.Satisfied ? "[green]+[/]" : "[yellow]-[/]")} {Markup.Escape(clause.Shown)}");
            foreach (var mention in clause.Mentions)
            {
                console.MarkupLine($"        [grey]…{Markup.Escape(mention.Before)}[/][bold]{Markup.Escape(mention.Alias)}[/][grey]{Markup.Escape(mention.After)}…  {Markup.Escape(mention.Name)}[/]");
            }
        }

        foreach (var gate in match.Explanation.Gates)
        {
            console.MarkupLine($"    {(gate.Passed ? "[green]passed[/]" : "[yellow]failed[/]")} {Markup.Escape(GateWords.Of(gate))}");
        }

        console.WriteLine("    score " + string.Join(", ", match.Explanation.Score.Select(part => $"{part.Points:+0;-0} {part.Name}")));
    }
}
