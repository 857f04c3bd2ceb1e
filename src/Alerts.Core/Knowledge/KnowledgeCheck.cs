namespace Alerts.Core.Knowledge;

/// <summary>Checks knowledge files, the product's and a user's together, and says what is wrong in which line.</summary>
public static class KnowledgeCheck
{
    public static IReadOnlyList<KnowledgeIssue> Run(IEnumerable<KnowledgeText> added) => KnowledgeBase.Load(added).Issues;

    /// <summary>Checks files by themselves, without the product's.</summary>
    public static IReadOnlyList<KnowledgeIssue> RunOnly(params IEnumerable<KnowledgeText> files) => KnowledgeBase.Only(files).Issues;
}
