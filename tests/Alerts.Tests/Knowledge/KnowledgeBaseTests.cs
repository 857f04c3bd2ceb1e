using Alerts.Core.Knowledge;

namespace Alerts.Tests.Knowledge;

public sealed class KnowledgeBaseTests
{
    [Fact]
    public void The_products_own_files_have_no_issue() => Assert.Empty(KnowledgeCheck.Run([]).Select(issue => issue.ToString()));
}
