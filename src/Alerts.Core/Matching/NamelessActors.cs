using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching;

/// <summary>What North Korea's people are called where no group is named: "North Korean hackers" says no more than the state's name does.</summary>
internal static class NamelessActors
{
    public const string State = "North Korea";

    public const string Workers = "dprk-it-workers";

    public static bool Are(string concept) => concept is "dprk-hackers" or Workers or "chollima";

    /// <summary>The state itself, or its people without a group's name.</summary>
    public static bool IsOfState(Mention mention) => mention.Kind == Kinds.State || Are(mention.Concept);
}
