namespace Alerts.Infrastructure.Storage.Azurite;

public sealed record AzuriteSettings
{
    /// <summary>The usual ports of the emulator, which "UseDevelopmentStorage=true" means.</summary>
    public const int UsualQueuePort = 10001;

    public const int UsualTablePort = 10002;

    /// <summary>Where the emulator is installed, once for each version; several processes may share it.</summary>
    public required string ToolsDirectory { get; init; }

    /// <summary>Null keeps the data in memory, for tests.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Zero takes any free port.</summary>
    public int QueuePort { get; init; } = UsualQueuePort;

    /// <inheritdoc cref="QueuePort"/>
    public int TablePort { get; init; } = UsualTablePort;
}
