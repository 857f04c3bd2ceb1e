using System.CommandLine;
using System.Globalization;
using Alerts.Core.Hits.Trials;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Subscriptions;
using Spectre.Console;

namespace Alerts.Local.Commands;

/// <summary>Tries a topic on the stored articles and keeps nothing.</summary>
internal sealed class TopicsTestVerb : Verb
{
    private const int HitsShown = 20;

    private readonly Argument<string> file = new("file") { Description = "A file with the topic, or - for standard input" };
    private readonly Option<int> days = CountOption.Create("--days", "How far back", OwnTopics.DefaultDays, TrialLimits.MaxDays);
    private readonly Option<string?> subscriber = new("--subscriber") { Description = "The address whose topic in use it is compared with" };
    private readonly Option<string?> name = new("--name") { Description = "The name of that topic" };

    public TopicsTestVerb(Func<IAnsiConsole> console)
        : base(
            "test",
            "Tries a topic on the stored articles: what it would have caught, how often, from whom",
            ["alerts topics test acme.topic --days 30", "echo '\"Acme Custody\" and kind:theft' | alerts topics test -", "alerts topics test acme.topic --subscriber desk@example.org --name acme"],
            console)
    {
        Arguments.Add(file);
        Options.Add(days);
        Options.Add(subscriber);
        Options.Add(name);
    }

    protected override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var path = invocation.Parsed.GetValue(file)!;
        if (path != "-" && !File.Exists(path))
        {
            return invocation.Misuse($"There is no file {path}.");
        }

        var address = invocation.Parsed.GetValue(subscriber);
        var owner = address is null ? null : EmailAddress.TryNormalise(address, out var normalised) ? Subscription.IdOf(ChannelKind.Email, normalised) : address;
        var text = path == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(path, cancellationToken);
        await using var services = await invocation.OpenAsync(cancellationToken);
        var (trial, errors) = await services.Get<OwnTopics>().TestAsync(text.ReplaceLineEndings("\n"), owner, invocation.Parsed.GetValue(name), invocation.Parsed.GetValue(days), cancellationToken);
        return trial is null ? Refuse(invocation, path, errors) : invocation.AsJson ? invocation.Print(trial) : Show(invocation, trial);
    }

    /// <summary>As compilers write it, so that editors find the place.</summary>
    private static int Refuse(Invocation invocation, string path, IReadOnlyList<TopicError> errors)
    {
        foreach (var error in errors)
        {
            invocation.Error.WriteLine($"{path}({error.Position.Line},{error.Position.Column}): {error.Message}{(error.Expected is null ? "" : "; expected " + error.Expected)}");
        }

        return AlertsCommandLine.Failed;
    }

    private static int Show(Invocation invocation, TopicTrial trial)
    {
        var summary = trial.Summary;
        invocation.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Hits} articles in {summary.Stories} stories, out of {summary.ArticlesRead:N0} stored from {summary.From:yyyy-MM-dd HH:mm} to {summary.Until:yyyy-MM-dd HH:mm} UTC; {summary.Gained} gained, {summary.Lost} lost"));
        if (summary.NotRead is not null)
        {
            invocation.Say("not read  " + summary.NotRead);
        }

        invocation.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"mails a week: {summary.MailsPerWeek.Immediate} at once, {summary.MailsPerWeek.Hourly} hourly, {summary.MailsPerWeek.Daily} daily, {summary.MailsPerWeek.Weekly} weekly"));
        invocation.Say("weeks     " + string.Join(", ", summary.Weeks.Select(week => string.Create(CultureInfo.InvariantCulture, $"{week.Week:yyyy-MM-dd} {week.Hits}"))));
        invocation.Say("sources   " + string.Join(", ", summary.Sources.Select(source => string.Create(CultureInfo.InvariantCulture, $"{source.Publisher} {source.Share} %"))));
        Show(invocation, "", trial.Hits);
        Show(invocation, "- ", trial.Lost);
        return AlertsCommandLine.Done;
    }

    private static void Show(Invocation invocation, string mark, IReadOnlyList<TrialHit> hits)
    {
        foreach (var hit in hits.Take(HitsShown))
        {
            invocation.Say(string.Create(CultureInfo.InvariantCulture, $"{mark}{hit.FirstSeenAt:yyyy-MM-dd HH:mm}  {hit.Title}  ({hit.Publisher})"));
            invocation.Say($"{mark}                  {hit.Explanation.Summary}");
        }
    }
}
