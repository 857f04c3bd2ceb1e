using System.Globalization;
using Alerts.Core.Sources;

namespace Alerts.Core.Operations;

/// <summary>Which sources an operator has to know of. What merely failed lately is tried again and told by nobody.</summary>
public static class SourceAlarms
{
    private const int FewestForBlind = 10;

    public static IReadOnlyList<Alarm> Of(IReadOnlyList<Source> sources, IReadOnlyList<Alarm> open, DateTimeOffset now)
    {
        var watched = sources.Where(source => source is { Enabled: true, Kind: not SourceKind.Caller }).ToList();
        List<Alarm> alarms = [.. watched.Select(Of).OfType<Alarm>()];
        var polled = watched.Count(source => source.State.Health != SourceHealth.New);
        var failing = watched.Count(source => source.State.ConsecutiveFailures > 0);
        if (polled >= FewestForBlind && failing > polled / 2)
        {
            alarms.Add(new Alarm("sources", AlarmKind.Blind, "The watching",
                string.Create(CultureInfo.InvariantCulture, $"{failing} of {polled} sources fail at once: look at the network of this installation first"),
                open.FirstOrDefault(alarm => alarm.Kind == AlarmKind.Blind)?.Since ?? now));
        }

        return alarms;
    }

    private static Alarm? Of(Source source) => source.State.Health switch
    {
        SourceHealth.Silent => Of(source, AlarmKind.Silent),
        SourceHealth.Gap => Of(source, AlarmKind.Gap),
        SourceHealth.Dead => Of(source, AlarmKind.Dead),
        _ => null,
    };

    private static Alarm Of(Source source, AlarmKind kind) =>
        new($"source/{source.Id}", kind, source.Name, source.State.Reason ?? "", source.State.History is [var last, ..] ? last.At : source.AddedAt);
}
