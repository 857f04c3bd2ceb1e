using System.Buffers;
using System.Globalization;
using System.Text;
using Alerts.Core.Hits;

namespace Alerts.Web.Api;

/// <summary>RFC 4180 with a byte-order mark, without which Excel reads Korean as Latin.</summary>
internal sealed class CsvHits : IHitFormat
{
    private static readonly string[] Columns =
        ["id", "topic", "severity", "score", "kind", "title", "url", "publisher", "language", "publishedAt", "firstSeenAt", "matchedAt", "storyId", "why", "contentHash", "archiveUrl"];

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t");

    public string ContentType => "text/csv; charset=utf-8";

    public string FileName => "hits.csv";

    public async Task BeginAsync(Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetPreamble(), cancellationToken);
        await WriteLineAsync(output, Columns, cancellationToken);
    }

    public Task WriteAsync(Stream output, Hit hit, CancellationToken cancellationToken) => WriteLineAsync(
        output,
        [
            hit.Id.ToString(), hit.Id.TopicId, hit.Severity.ToString().ToLowerInvariant(), hit.Score.ToString(CultureInfo.InvariantCulture), hit.Kind.ToString(), hit.Title, hit.Url,
            hit.Publisher, hit.Language ?? "", Time(hit.PublishedAt), Time(hit.Id.FirstSeenAt), Time(hit.MatchedAt), hit.StoryId, hit.Explanation.Summary,
            hit.ContentHash, ArchiveLink.Of(hit.Url, hit.MatchedAt),
        ],
        cancellationToken);

    public Task EndAsync(Stream output, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A cell that begins like a formula would be run by a spreadsheet; the apostrophe makes it text (OWASP, CSV injection).</summary>
    internal static string Cell(string value)
    {
        if (value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
        {
            value = "'" + value;
        }

        return value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }

    private static async Task WriteLineAsync(Stream output, IEnumerable<string> cells, CancellationToken cancellationToken) =>
        await output.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n"), cancellationToken);

    private static string Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
