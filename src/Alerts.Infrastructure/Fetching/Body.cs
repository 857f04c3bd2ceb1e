namespace Alerts.Infrastructure.Fetching;

/// <summary>What reading a body led to.</summary>
internal abstract record Body
{
    private Body()
    {
    }

    public sealed record Whole(ReadOnlyMemory<byte> Bytes) : Body;

    public sealed record TooLarge(string Reason) : Body;

    public sealed record Broken(string Reason) : Body;
}
