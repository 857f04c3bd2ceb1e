namespace Alerts.Infrastructure.Email;

/// <summary>
/// What recipients of one alert get alike. Their tokens differ: where one belongs, a mark stands that nobody outside could write
/// (see <see cref="RecipientMarks"/>).
/// </summary>
public sealed record EmailBody(HeaderText Subject, string Html, string Text)
{
    /// <summary>Html and text in bytes, before the transport encodes them: Gmail cuts what is larger than 102 kB, base64 adds a third.</summary>
    public const int MaxBytes = 66_000;

    public int Bytes => System.Text.Encoding.UTF8.GetByteCount(Html) + System.Text.Encoding.UTF8.GetByteCount(Text);
}
