using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email;

/// <summary>
/// A value that may stand in a header. There is no way to make one but through <see cref="SafeText"/>, so no header of a composed
/// mail can hold a line break, a control or an override of direction.
/// </summary>
public readonly record struct HeaderText
{
    private const int MaxLength = 900;

    private readonly string? value;

    public HeaderText(string? text, int maxLength = MaxLength) => value = SafeText.Line(text, maxLength);

    public override string ToString() => value ?? "";
}
