using System.Diagnostics;
using System.Globalization;
using Alerts.Core.Subscriptions;

namespace Alerts.Crash.Judging;

/// <summary>
/// Kills the product at each point, again and again, starts it anew, and asks the receiving side's own ledger: every subscriber has
/// each story once. Only a death between the mail server's answer and the record may repeat a mail: one.
/// </summary>
internal sealed class Judge(JudgeOptions options, Bench bench) : IAsyncDisposable
{
    /// <summary>What does not come within it hangs: that is no verdict but the end of the trial. However loaded the machine is, it is enough.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>So many sweeps in a row that bring nobody anything, each after all claims have run out and all queues are empty: what is missing then is lost.</summary>
    private const int SweepsInVain = 3;

    /// <summary>Calls of endpoints that one message makes side by side: all of them may have been answered and not recorded.</summary>
    private const int CallsAtOnce = 32;

    /// <summary>Longer than a claim stands and than the sweep is patient.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(10);

    private readonly List<Instance> instances = [];
    private readonly HashSet<string> left = [];
    private TimeSpan clock;
    private int wanted;
    private int stories;

    public static async Task<int> RunAsync(JudgeOptions options)
    {
        await using var bench = await Bench.StartAsync(options);
        await bench.SubscribeAsync();
        await using var judge = new Judge(options, bench);
        bench.News.Now = () => TimeProvider.System.GetUtcNow() + judge.clock;
        var failures = 0;
        Console.WriteLine($"{options.Subscribers} mailboxes, {options.Endpoints} endpoints, {options.Seeds} seeds a point, {options.Instances} instances with {options.Connections} connections; by the ledgers of mail server and endpoints");
        foreach (var point in options.Points)
        {
            failures += await judge.TryAsync(point);
        }

        Console.WriteLine(failures == 0 ? "nothing lost, nothing repeated that need not be" : $"{failures} points failed");
        return failures == 0 ? 0 : 1;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    private async Task<int> TryAsync(CrashPoint point)
    {
        var started = Stopwatch.GetTimestamp();
        var verdicts = new List<Verdict>();
        for (var seed = 1; seed <= options.Seeds; seed++)
        {
            verdicts.Add(await RoundAsync(point, seed));
        }

        var failed = verdicts.Exists(verdict => verdict.Crashes == 0 || verdict.Lost > 0 || verdict.Repeats > MaxRepeats(point, verdict.Crashes) || verdict.Calls > MaxCalls(point, verdict.Crashes));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{point,-18} crashes {verdicts.Sum(verdict => verdict.Crashes),3}  lost {verdicts.Sum(verdict => verdict.Lost),3}  mails again {verdicts.Sum(verdict => verdict.Repeats),3}  calls again {verdicts.Sum(verdict => verdict.Calls),3}  {Stopwatch.GetElapsedTime(started).TotalSeconds,6:0.0} s{(failed ? "  FAILED" : "")}"));
        return failed ? 1 : 0;
    }

    /// <summary>Each connection has one mail in hand, and only the one between the answer and the record can come again.</summary>
    private int MaxRepeats(CrashPoint point, int crashes) => point switch
    {
        CrashPoint.AfterAcceptance => crashes * options.Connections,
        CrashPoint.AfterRecord or CrashPoint.DuringData => crashes * (options.Connections - 1),
        _ => 0,
    };

    private static int MaxCalls(CrashPoint point, int crashes) =>
        point is CrashPoint.AfterAcceptance or CrashPoint.AfterRecord or CrashPoint.DuringData ? crashes * CallsAtOnce : 0;

    private async Task<Verdict> RoundAsync(CrashPoint point, int seed)
    {
        var dice = new Random(HashCode.Combine((int)point, seed));
        var (before, calls) = (bench.Mail.Count, bench.Hooks.Count);

        // The two points on the wire are one instance's: the wire does not tell whose it is.
        wanted = point is CrashPoint.DuringData or CrashPoint.DuringPoison ? 1 : options.Instances;
        await ReviveAsync(seed);
        if (point == CrashPoint.DuringSweep)
        {
            // Something to sweep: an instance that died with claims in hand.
            await ProvokeAsync(CrashPoint.AfterClaim, 1, seed: 1);
            await ReviveAsync(seed);
            await QuietAsync();
            await PutForwardAsync(sweep: false);
        }

        var crashes = await ProvokeAsync(point, PassOf(point, dice), seed);
        await ReviveAsync(seed, putForward: true);
        if (point == CrashPoint.DuringUnsubscribe)
        {
            await AwaitAsync(async () => await instances[0].TellAsync($"unsubscribe {LeavingId(seed)}", CancellationToken.None), "an unsubscribe");
            left.Add(LeavingAddress(seed));
            await bench.PublishAsync(++stories);
        }
        else if (point == CrashPoint.DuringPoison)
        {
            await AwaitAsync(async () => await bench.PoisonedAsync() > 0, "the poison queue");
            await bench.ClearPoisonAsync();
            await bench.PublishAsync(++stories);
        }

        var lost = await SettleAsync(seed, before, calls);
        var (mails, called) = (bench.Mail.Since(before), bench.Hooks.Since(calls));
        return new Verdict(crashes, lost, Again(mails) + mails.Count(mail => left.Contains(mail.Recipient)), Again(called));
    }

    private static int Again(IReadOnlyList<(string Recipient, string MessageId)> accepted) => accepted.Count - accepted.Distinct().Count();

    /// <summary>Arms all instances, gives them the work, and waits until one has died of it.</summary>
    /// <returns>How many died.</returns>
    private async Task<int> ProvokeAsync(CrashPoint point, int pass, int seed)
    {
        if (point is CrashPoint.DuringData or CrashPoint.DuringPoison)
        {
            bench.Trip(point, pass, half: point == CrashPoint.DuringData || seed % 2 == 0, () => instances[0].Kill());
        }
        else
        {
            await TellAllAsync($"arm {point} {(ChannelOf(seed) == ChannelKind.Email ? pass : 1)} {ChannelOf(seed)}");
        }

        switch (point)
        {
            case CrashPoint.DuringUnsubscribe:
                await instances[0].TellAsync($"unsubscribe {LeavingId(seed)}", CancellationToken.None);
                break;
            case CrashPoint.DuringPoison:
                await bench.PoisonAsync();
                break;
            case CrashPoint.DuringSweep:
                await instances[0].TellAsync("sweep", CancellationToken.None);
                break;
            default:
                await bench.PublishAsync(++stories);
                break;
        }

        await AwaitAsync(() => Task.FromResult(instances.Exists(instance => instance.IsDead)), point.ToString());
        await TellAllAsync("disarm");
        bench.Trip(point, 0, half: false, () => { });
        return instances.Count(instance => instance.IsDead);
    }

    /// <summary>Waits until all have been told and nothing is on its way, and once more after a sweep of what claims have hidden.</summary>
    /// <returns>How many were not told.</returns>
    private async Task<int> SettleAsync(int seed, int before, int calls)
    {
        var expected = Enumerable.Range(0, options.Subscribers).Select(Bench.AddressOf).Where(address => !left.Contains(address))
            .Concat(Enumerable.Range(0, options.Endpoints).Select(HookLedger.PathOf)).ToHashSet();
        var (missing, inVain) = (expected.Count, -1);
        while (inVain < SweepsInVain)
        {
            await ReviveAsync(seed);
            await QuietAsync();
            await PutForwardAsync();
            await QuietAsync();
            var told = bench.Mail.Since(before).Concat(bench.Hooks.Since(calls)).Select(item => item.Recipient).ToHashSet();
            var still = expected.Count(recipient => !told.Contains(recipient));
            inVain = still < missing ? 0 : inVain + 1;
            missing = still;
            if (missing == 0)
            {
                break;
            }
        }

        return missing;
    }

    /// <summary>Nothing in the queues and nothing in hand: only then may the clock jump, since a claim that stands must not look expired.</summary>
    private Task QuietAsync() => AwaitAsync(
        async () =>
        {
            if (await bench.WaitingAsync() > 0)
            {
                return false;
            }

            await TellAllAsync("settle");
            return await bench.WaitingAsync() == 0;
        },
        "empty queues");

    private async Task PutForwardAsync(bool sweep = true)
    {
        clock += LongEnough;
        await TellAllAsync(string.Create(CultureInfo.InvariantCulture, $"clock {(int)LongEnough.TotalSeconds}"));
        if (sweep && !await instances[0].TellAsync("sweep", CancellationToken.None))
        {
            throw new InvalidOperationException($"An instance died in a sweep, and nobody killed it: {instances[0].Complaints}");
        }
    }

    /// <summary>Starts instances for those that died. Where none is alive, time may pass meanwhile.</summary>
    private async Task ReviveAsync(int seed, bool putForward = false)
    {
        var dead = instances.Where(instance => instance.IsDead).ToList();
        foreach (var instance in dead.Concat(instances.Where(instance => !instance.IsDead).Skip(wanted)).ToList())
        {
            instances.Remove(instance);
            await instance.DisposeAsync();
        }

        var alone = instances.Count == 0 && dead.Count > 0;
        if (putForward && alone)
        {
            clock += LongEnough;
        }

        while (instances.Count < wanted)
        {
            instances.Add(await Instance.StartAsync(seed, clock, bench.Settings, CancellationToken.None));
        }

        if (putForward && alone)
        {
            await instances[0].TellAsync("sweep", CancellationToken.None);
        }
    }

    private async Task TellAllAsync(string command)
    {
        foreach (var instance in instances.Where(instance => !instance.IsDead))
        {
            await instance.TellAsync(command, CancellationToken.None);
        }
    }

    /// <summary>Which of many: the first page or mail, or one further on.</summary>
    private int PassOf(CrashPoint point, Random dice) => point switch
    {
        CrashPoint.AfterRows or CrashPoint.DuringPage or CrashPoint.AfterPage => 1 + dice.Next(Math.Clamp(options.Subscribers / 20, 1, 5)),
        CrashPoint.AfterAcceptance or CrashPoint.AfterRecord or CrashPoint.DuringData => 1 + dice.Next(Math.Max(1, options.Subscribers / 2 / options.Connections)),
        _ => 1,
    };

    /// <summary>Whose claims and records the instances die of.</summary>
    private static ChannelKind ChannelOf(int seed) => seed % 2 == 0 ? ChannelKind.Webhook : ChannelKind.Email;

    private string LeavingAddress(int seed) => Bench.AddressOf(options.Subscribers - 1 - ((seed - 1) % (options.Subscribers - 1)));

    private string LeavingId(int seed) => Subscription.IdOf(ChannelKind.Email, LeavingAddress(seed));

    private static async Task AwaitAsync(Func<Task<bool>> there, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await there())
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} seconds for {what}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }
    }

    /// <param name="Lost">Subscribers without the story.</param>
    /// <param name="Repeats">Mails that came again, or to somebody who had left.</param>
    /// <param name="Calls">Calls of endpoints that came again.</param>
    private sealed record Verdict(int Crashes, int Lost, int Repeats, int Calls);
}
