namespace Alerts.Infrastructure.Email.Smtp;

/// <summary>Section <c>Alerts:Email:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    private const string Section = EmailOptions.Section + ":Smtp";

    public string Host { get; set; } = "";

    /// <summary>587 for submission, 465 with <see cref="SmtpSecurity.Tls"/>, 25 between servers.</summary>
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>For one command. A server that takes longer is tried again later.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Connections of one instance at once; how fast many mails go is this divided by the time that the server takes for one. A process that
    /// dies may repeat the one mail that each connection had in hand: more than one connection is for a distant server and many subscribers. A server
    /// that grants fewer gets fewer.
    /// </summary>
    public int Connections { get; set; } = 1;

    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Host))
            yield return $"{Section}:Host must name the mail server.";
        if (Port is < 1 or > 65_535)
            yield return $"{Section}:Port must be from 1 to 65535.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(5))
            yield return $"{Section}:Timeout must be from one second to five minutes.";
        if (Connections is < 1 or > 200)
            yield return $"{Section}:Connections must be from 1 to 200.";
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            yield return $"{Section}:User and {Section}:Password must be set both or neither.";
        if (Security == SmtpSecurity.None && !string.IsNullOrEmpty(Password))
            yield return $"{Section}:Security is None, which would send the password in clear; take StartTls or Tls.";
    }
}
