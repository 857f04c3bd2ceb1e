namespace Alerts.Infrastructure.Email.Views;

public sealed record FactView(string Label, string Value);

/// <param name="From">Null where nothing was known before.</param>
public sealed record ChangeView(string Label, string? From, string To);
