namespace Alerts.Infrastructure.Storage.Azurite;

/// <summary>What starting the emulator led to. All but <see cref="Started"/> say what the operator is to do.</summary>
public abstract record AzuriteOutcome
{
    private AzuriteOutcome()
    {
    }

    /// <summary>For the operator; empty where it started.</summary>
    public abstract string Advice { get; }

    /// <summary>It answers. Dispose the server to stop it.</summary>
    public sealed record Started(AzuriteServer Server) : AzuriteOutcome
    {
        public override string Advice => "";
    }

    /// <param name="Found">What is there instead: nothing, or a version that is too old.</param>
    public sealed record NodeMissing(string Found) : AzuriteOutcome
    {
        public override string Advice =>
            $"The local storage emulator needs Node.js {AzuriteInstaller.OldestNode} or later with npm; found {Found}. Install it from https://nodejs.org, or name a storage account in {StorageOptions.Section}:ConnectionString.";
    }

    /// <param name="Words">The last of what npm said.</param>
    public sealed record RegistryUnreachable(string Words) : AzuriteOutcome
    {
        public override string Advice =>
            $"npm could not install azurite {AzuriteInstaller.Version}, which is needed once: check the connection and \"npm config get registry\", then start again. npm said: {Words}";
    }

    public sealed record PortInUse(int Port) : AzuriteOutcome
    {
        public override string Advice =>
            $"Port {Port} of 127.0.0.1 is taken, so the storage emulator cannot listen on it. Stop what listens there (another Azurite?), or use that one: {StorageOptions.Section}:ConnectionString = \"UseDevelopmentStorage=true\".";
    }

    /// <param name="Reason">What the emulator said before it ended, or how long it was silent.</param>
    public sealed record StartFailed(string Reason) : AzuriteOutcome
    {
        public override string Advice => $"The storage emulator did not start: {Reason}";
    }
}
