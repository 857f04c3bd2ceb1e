using System.Globalization;
using System.Threading.Channels;
using Alerts.Core.Messaging;
using Spectre.Console;

namespace Alerts.Local.Display;

/// <summary>
/// Prints what happens, a line each. What comes in hundreds is folded: articles that matched nothing into a few and a count,
/// sources that failed into one summary of the round.
/// </summary>
internal sealed class LiveConsole(IAnsiConsole console, TimeProvider time) : BackgroundService, IActivityObserver
{
    private const int LinesPerKind = 5;
    private const int NamesInSummary = 3;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(400);

    /// <summary>A round of failures is over when none came for so long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly List<Activity.SourceFailed> failures = [];
    private DateTimeOffset lastFailure;

    private readonly Channel<Activity> activities = Channel.CreateUnbounded<Activity>(new() { SingleReader = true });

    public void Observe(Activity activity) => activities.Writer.TryWrite(activity);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Beat, time, stoppingToken);
                Flush();
                if (failures.Count > 0 && time.GetUtcNow() - lastFailure > Quiet)
                {
                    SummariseFailures();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: what is left is printed by StopAsync.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Flush();
        SummariseFailures();
    }

    private void Flush()
    {
        var batch = new List<Activity>();
        while (activities.Reader.TryRead(out var activity))
        {
            batch.Add(activity);
        }

        var failed = batch.OfType<Activity.SourceFailed>().ToList();
        if (failed.Count > 0)
        {
            failures.AddRange(failed);
            lastFailure = time.GetUtcNow();
        }

        var shown = batch.Where(activity => activity is not (Activity.SourcePolled { NotModified: true } or Activity.SourceFailed or Activity.ArticleRead { Matched: true }));
        foreach (var kind in shown.Select((activity, index) => (activity, kind: KindOf(activity, index))).GroupBy(item => item.kind, item => item.activity))
        {
            foreach (var activity in kind.Take(LinesPerKind))
            {
                Print(activity);
            }

            if (kind.Count() > LinesPerKind)
            {
                Line("grey", "", $"… and {kind.Count() - LinesPerKind} more like these", "");
            }
        }
    }

    /// <summary>Hits, alerts and deliveries are what one watches for: never folded.</summary>
    private static string KindOf(Activity activity, int index) => activity switch
    {
        Activity.SourcePolled => "polled",
        Activity.ArticleRead { Matched: false } => "read",
        _ => index.ToString(CultureInfo.InvariantCulture),
    };

    private void Print(Activity activity)
    {
        switch (activity)
        {
            case Activity.SourcePolled polled:
                Line("grey", "poll", polled.Source, $"{polled.Listed} listed, {polled.New} new");
                break;
            case Activity.ArticleRead read:
                Line("grey", "read", $"[{read.Language}] {read.Title}", $"{read.Publisher}, {read.Origin}");
                break;
            case Activity.ReadingDivided divided:
                Line("yellow", "read", $"{divided.Count} articles failed together and are tried apart", divided.Error);
                break;
            case Activity.HitStored hit:
                Line("aqua", "HIT", hit.Title, $"{hit.Topic} {hit.Score}");
                Line("grey", "", "because " + hit.Explanation, "");
                break;
            case Activity.AlertCreated alert:
                Line("red", alert.Sequence > 1 ? "UPDATE" : "ALERT", alert.Title, $"{alert.Severity}, {string.Join(" + ", alert.Topics)}");
                break;
            case Activity.AlertRouted routed:
                Line("grey", "", $"to {routed.Sent} now, {routed.Held} held for a digest", "");
                break;
            case Activity.AlarmRaised alarm:
                Line("red", "ALARM", alarm.Subject, $"{alarm.Kind.ToLowerInvariant()}: {alarm.Reason}");
                break;
            case Activity.AlarmCleared alarm:
                Line("green", "over", alarm.Subject, alarm.Kind.ToLowerInvariant());
                break;
            case Activity.HeartbeatWritten heartbeat:
                Line("green", "beat", heartbeat.Summary, heartbeat.Day);
                break;
            case Activity.MailsPutOff putOff:
                Line("yellow", "send", $"{putOff.Count} mails wait for the next day", $"the day's budget of {putOff.Budget} is spent");
                break;
            case Activity.Purged purged:
                Line("grey", "purge", $"{purged.Articles} articles, {purged.Hits} hits, {purged.Rest} rows of what followed from them", "older than they are kept");
                break;
            case Activity.DeliveryDone done:
                Line(done.State == "Sent" ? "green" : "yellow", "send", $"{done.Channel} {done.Content}".ToLowerInvariant(), $"{done.State.ToLowerInvariant()} {done.Detail}".Trim());
                break;
        }
    }

    private void SummariseFailures()
    {
        foreach (var alike in failures.GroupBy(failure => WhatHappened(failure.Reason)).OrderByDescending(group => group.Count()))
        {
            var names = string.Join(", ", alike.Take(NamesInSummary).Select(failure => failure.Source));
            var others = alike.Count() > NamesInSummary ? $" and {alike.Count() - NamesInSummary} more" : "";
            Line("yellow", "poll", $"{names}{others}", $"failed: {(alike.Count() == 1 ? alike.First().Reason : alike.Key)}; tried again later");
        }

        failures.Clear();
    }

    /// <summary>The reason without what differs from source to source: "cannot resolve a.org (no network?)" and the same of b.org are one.</summary>
    private static string WhatHappened(string reason) => string.Join(' ', reason.Split(' ').Where(word => !word.Contains('.', StringComparison.Ordinal)));

    private void Line(string colour, string word, string text, string detail)
    {
        var clock = word.Length > 0 ? time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "        ";
        var tail = detail.Length > 0 ? $"  [grey]{Markup.Escape(Printable(detail))}[/]" : "";
        console.MarkupLine($"[grey]{clock}[/] [{colour}]{word,-6}[/] {Markup.Escape(Printable(text))}{tail}");
    }

    /// <summary>Titles come from outside: no control characters reach the terminal.</summary>
    private static string Printable(string text)
    {
        text = text.Length > 200 ? text[..199] + "…" : text;
        return string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
