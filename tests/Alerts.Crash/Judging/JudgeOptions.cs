using System.Globalization;

namespace Alerts.Crash.Judging;

/// <param name="Connections">To the mail server, of each instance.</param>
/// <param name="Point">Null for all, or for a part of them.</param>
/// <param name="Part">Which part of how many, from 1: several judges side by side wait side by side.</param>
public sealed record JudgeOptions(int Seeds, int Subscribers, int Instances, int Connections, CrashPoint? Point, (int Of, int Number) Part)
{
    /// <summary>Webhooks beside the mailboxes.</summary>
    public int Endpoints => (Subscribers + 3) / 4;

    public IEnumerable<CrashPoint> Points => Point is { } one ? [one] : Enum.GetValues<CrashPoint>().Where((_, i) => i % Part.Of == Part.Number - 1);

    /// <returns>Null where the arguments are not of this shape.</returns>
    public static JudgeOptions? TryParse(string[] args)
    {
        var options = new JudgeOptions(Seeds: 1, Subscribers: 30, Instances: 1, Connections: 1, Point: null, Part: (1, 1));
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var number = int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var parsed) && parsed > 0 ? parsed : 0;
            options = args[i] switch
            {
                "--seeds" when number > 0 => options with { Seeds = number },
                "--subscribers" when number > 1 => options with { Subscribers = number },
                "--instances" when number > 0 => options with { Instances = number },
                "--connections" when number > 0 => options with { Connections = number },
                "--part" when PartOf(args[i + 1]) is { } part => options with { Part = part },
                "--point" when Enum.TryParse<CrashPoint>(args[i + 1], ignoreCase: true, out var point) => options with { Point = point },
                _ => null!,
            };
            if (options is null)
            {
                return null;
            }
        }

        return args.Length % 2 == 0 ? options : null;
    }

    /// <summary>"2/3" is the second of three.</summary>
    private static (int Of, int Number)? PartOf(string text) =>
        text.Split('/') is [var number, var of] && int.TryParse(number, CultureInfo.InvariantCulture, out var n) && int.TryParse(of, CultureInfo.InvariantCulture, out var all) && n >= 1 && n <= all
            ? (all, n)
            : null;
}
