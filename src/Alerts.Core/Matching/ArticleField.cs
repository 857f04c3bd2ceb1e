namespace Alerts.Core.Matching;

public enum ArticleField
{
    Title,
    Summary,
    Text,
}
