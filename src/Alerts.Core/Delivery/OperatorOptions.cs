using System.ComponentModel.DataAnnotations;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>Section <c>Alerts:Operator</c>: who runs this installation, and when they want to hear that it runs.</summary>
public sealed class OperatorOptions : IValidatableObject
{
    public const string Section = "Alerts:Operator";

    /// <summary>
    /// Who is mailed alarms and the daily heartbeat; several addresses are divided by commas. Without one, both stand in the log and in
    /// the API only, and a source that dies is noticed by whoever looks.
    /// </summary>
    public string? Email { get; set; }

    /// <summary>Local time of the heartbeat.</summary>
    public TimeOnly HeartbeatAt { get; set; } = new(8, 0);

    /// <summary>IANA name; where it is wrong, the heartbeat would come at the wrong hour.</summary>
    public string TimeZone { get; set; } = "Etc/UTC";

    public IReadOnlyList<string> Addresses =>
        (Email ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var address in Addresses.Where(address => !EmailAddress.TryNormalise(address, out _)))
            yield return new ValidationResult($"{Section}:Email has \"{SafeText.Line(address, 80)}\", which is no address such as name@example.org.", [nameof(Email)]);
        if (!LocalTime.IsKnownZone(TimeZone))
            yield return new ValidationResult($"{Section}:TimeZone must be an IANA name, such as Europe/Berlin.", [nameof(TimeZone)]);
    }
}
