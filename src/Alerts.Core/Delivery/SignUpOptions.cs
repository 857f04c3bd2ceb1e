using System.ComponentModel.DataAnnotations;

namespace Alerts.Core.Delivery;

/// <summary>Section <c>Alerts:SignUp</c>.</summary>
public sealed class SignUpOptions
{
    public const string Section = "Alerts:SignUp";

    /// <summary>How often an address is mailed a confirmation at most, whoever asks. Shorter lets strangers fill a mailbox.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ConfirmationInterval { get; set; } = TimeSpan.FromMinutes(15);
}
