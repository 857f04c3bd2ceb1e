using Alerts.Core.Knowledge;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Incidents;

/// <summary>Those who contradict each other on who did it. Who names a group and who names the state that it serves do not.</summary>
public static class Disagreements
{
    /// <returns>A line for each who takes part: "FBI: TraderTraitor", "Taylor Monahan: not North Korea"; empty where all agree.</returns>
    public static IReadOnlyList<string> Of(StoryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var lines = facts.Attributions.Where(line => line.By is not null).ToList();
        return [.. lines.Where(line => lines.Exists(other => Contradict(line, other))).Select(line => line.Text)];
    }

    private static bool Contradict(AttributionFact one, AttributionFact other)
    {
        var (denied, otherDenied) = (one.Hedge == Hedge.Denied, other.Hedge == Hedge.Denied);
        if (denied && otherDenied) return false;
        var kin = one.Names.Any(name => other.Names.Any(named => AreKin(name, named)));
        return denied || otherDenied ? kin : !kin;
    }

    private static bool AreKin(string one, string other) => one == other || IsUnder(one, other) || IsUnder(other, one);

    private static bool IsUnder(string name, string umbrella) =>
        KnowledgeBase.BuiltIn.FindByName(name) is { } concept && KnowledgeBase.BuiltIn.FindByName(umbrella) is { } above && KnowledgeBase.BuiltIn.IsUnder(concept, above.Id);
}
