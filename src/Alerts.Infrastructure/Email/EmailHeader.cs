namespace Alerts.Infrastructure.Email;

/// <param name="Name">A constant of the code, never data.</param>
public sealed record EmailHeader(string Name, HeaderText Value);
