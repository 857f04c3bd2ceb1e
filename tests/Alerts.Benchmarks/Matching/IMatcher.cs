namespace Alerts.Benchmarks.Matching;

/// <summary>An engine in the comparison. What it finds is counted and summed, so that engines can be compared without storing it.</summary>
internal interface IMatcher : IDisposable
{
    string Name { get; }

    /// <summary>False when this engine cannot be built for so many aliases, or not in bearable time.</summary>
    bool TryBuild(string[] aliases);

    /// <summary>Calls back for each mention with its alias's index and its end.</summary>
    void Scan(string text, List<Mention> mentions);
}
