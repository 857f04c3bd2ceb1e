using System.ComponentModel.DataAnnotations;

namespace Alerts.Core.Operations;

/// <summary>
/// Section <c>Alerts:Retention</c>, in days. What is purged leaves a tombstone of some two hundred bytes, so that a publisher who lists it
/// again does not make it news again.
/// </summary>
public sealed class RetentionOptions : IValidatableObject
{
    public const string Section = "Alerts:Retention";

    /// <summary>Articles that matched nothing: nearly all of them. Shorter than a source's list is long costs reading them twice.</summary>
    [Range(30, 36_500)]
    public int ArticleDays { get; set; } = 180;

    /// <summary>Hits that nobody was alerted of, with their articles and stories; what subscribers' own topics found.</summary>
    [Range(30, 36_500)]
    public int HitDays { get; set; } = 730;

    /// <summary>Hits of stories that were alerted, with their articles, stories and alerts; the evidence of what subscribers were told.</summary>
    [Range(30, 36_500)]
    public int AlertedDays { get; set; } = 3_650;

    /// <summary>What was sent to whom, and with which outcome. Shorter than a complaint takes to arrive leaves nothing to answer it with.</summary>
    [Range(30, 36_500)]
    public int DeliveryDays { get; set; } = 730;

    /// <summary>Why messages failed. Those that still wait as dead letters lose their reason.</summary>
    [Range(7, 3_650)]
    public int FailureDays { get; set; } = 90;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ArticleDays > HitDays || HitDays > AlertedDays)
        {
            yield return new ValidationResult(
                $"{Section}: ArticleDays ({ArticleDays}) may be at most HitDays ({HitDays}), and HitDays at most AlertedDays ({AlertedDays}): evidence is kept longer than what matched nothing.",
                [nameof(ArticleDays), nameof(HitDays), nameof(AlertedDays)]);
        }
    }
}
