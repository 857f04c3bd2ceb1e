namespace Alerts.Core.Matching.Topics;

/// <summary>How an error names what may stand in a place.</summary>
internal static class TopicLists
{
    /// <returns>"a, b or c".</returns>
    public static string Or(IReadOnlyCollection<string> words) => $"{string.Join(", ", words.SkipLast(1))} or {words.Last()}";
}
