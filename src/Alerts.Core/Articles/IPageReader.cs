namespace Alerts.Core.Articles;

/// <summary>Fetches an article's page and takes its main text.</summary>
public interface IPageReader
{
    Task<PageOutcome> ReadAsync(Uri url, CancellationToken cancellationToken);
}
