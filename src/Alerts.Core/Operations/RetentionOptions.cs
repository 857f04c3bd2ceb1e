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

    /// <summary>Hits that nobody was alerted of, and their articles.</summary>
    [Range(30, 36_500)]
    public int HitDays { get; set; } = 730;

    /// <summary>Hits of stories that were alerted, and their articles: the evidence of what subscribers were told.</summary>
    [Range(30, 36_500)]
    public int AlertedDays { get; set; } = 3_650;

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
