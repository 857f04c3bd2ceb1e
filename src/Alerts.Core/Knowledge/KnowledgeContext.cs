namespace Alerts.Core.Knowledge;

/// <summary>What makes an ambiguous alias count, as one file says it.</summary>
/// <param name="Of">A concept or kind whose aliases they are, or a name that code asks for: <see cref="Field"/>, <see cref="WhoseLoss"/>, <see cref="Beside"/>.</param>
/// <param name="Neighbours">The concepts and kinds beside which they count.</param>
internal sealed record KnowledgeContext(string Of, KnowledgePosition Position, IReadOnlyList<(string Id, KnowledgePosition Position)> Neighbours)
{
    /// <summary>What tells that an article is of the field.</summary>
    public const string Field = "field";

    /// <summary>Whose loss an ordinary word for a loss may speak of.</summary>
    public const string WhoseLoss = "whose-loss";

    private const string BesidePrefix = "beside-";

    /// <summary>The deeds right beside which, with a sum, the ambiguous aliases of a kind count.</summary>
    public static string Beside(string kind) => BesidePrefix + kind;

    /// <summary>Whether code asks for it, beside what it asks for each concept and kind.</summary>
    public static bool IsAskedFor(string of) =>
        of is Field or WhoseLoss || (of.StartsWith(BesidePrefix, StringComparison.Ordinal) && Kinds.All.Contains(of[BesidePrefix.Length..]));
}
