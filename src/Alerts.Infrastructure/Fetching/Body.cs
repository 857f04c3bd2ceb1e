namespace Alerts.Infrastructure.Fetching;

/// <summary>What reading a body led to.</summary>
internal abstract record Body
{
    private Body()
    {
    }

    public sealed record Whole(ReadOnlyMemory<byte> Bytes) : Body;

    /// <param name="Result">What was made of the body while it came.</param>
    public sealed record Made(object Result) : Body;

    public sealed record TooLarge(string Reason) : Body;

    public sealed record Broken(string Reason) : Body;
}
