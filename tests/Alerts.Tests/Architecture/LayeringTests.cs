using System.Text.RegularExpressions;

namespace Alerts.Tests.Architecture;

/// <summary>Inside Core a stage uses itself and those before it: whatever goes forward goes by message.</summary>
public sealed partial class LayeringTests
{
    private static readonly string[] Stages =
        ["Messaging", "Auditing", "Knowledge", "Subscriptions", "Sources", "Articles", "Matching", "Stories", "Incidents", "Hits", "Alerting", "Delivery", "Operations"];

    public static TheoryData<string> StageNames => [.. Stages];

    [Theory]
    [MemberData(nameof(StageNames))]
    public void A_stage_uses_no_later_stage(string stage)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Alerts.Core", stage), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);

        var later = Stages.SkipWhile(name => name != stage).Skip(1).ToHashSet();
        var backEdges =
            from file in files
            from Match reference in StageReference().Matches(File.ReadAllText(file))
            where later.Contains(reference.Groups[1].Value)
            select $"{Path.GetRelativePath(Repository.Root, file)} uses {reference.Value}";

        Assert.Empty(backEdges);
    }

    [Fact]
    public void Every_folder_of_Core_is_a_stage() => Assert.Equal(
        Stages.Order(),
        Directory.GetDirectories(Path.Combine(Repository.Root, "src", "Alerts.Core")).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj")).Order());

    [GeneratedRegex(@"Alerts\.Core\.(\w+)")]
    private static partial Regex StageReference();
}
