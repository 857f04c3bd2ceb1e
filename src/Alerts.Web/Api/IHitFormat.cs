using Alerts.Core.Hits;

namespace Alerts.Web.Api;

/// <summary>A file format of exported hits. One instance writes one file.</summary>
internal interface IHitFormat
{
    string ContentType { get; }

    string FileName { get; }

    Task BeginAsync(Stream output, CancellationToken cancellationToken);

    Task WriteAsync(Stream output, Hit hit, CancellationToken cancellationToken);

    Task EndAsync(Stream output, CancellationToken cancellationToken);
}
