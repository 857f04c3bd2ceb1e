namespace Alerts.Infrastructure.Storage;

/// <summary>The service refuses dates before 1601, which the emulator takes.</summary>
internal static class TableDate
{
    public static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Of(DateTimeOffset at) => at < Earliest ? Earliest : at.ToUniversalTime();
}
