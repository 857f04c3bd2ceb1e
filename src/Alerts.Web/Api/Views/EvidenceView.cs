using Alerts.Core.Hits;

namespace Alerts.Web.Api.Views;

/// <param name="Intact">Whether title and text still have the hash under which they were kept.</param>
/// <param name="ArchiveUrl">Where the Internet Archive shows its copy nearest to that time, if it has one.</param>
public sealed record EvidenceView(string HitId, string Url, string Title, string Text, string Sha256, bool Intact, DateTimeOffset CapturedAt, string ArchiveUrl)
{
    public static EvidenceView Of(Hit hit, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(evidence);
        return new(hit.Id.ToString(), evidence.Url, evidence.Title, evidence.Text, evidence.ContentHash, evidence.IsIntact, evidence.CapturedAt, ArchiveLink.Of(evidence.Url, evidence.CapturedAt));
    }
}
