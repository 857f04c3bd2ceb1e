namespace Alerts.Infrastructure.Email;

/// <summary>What composing led to.</summary>
public abstract record Composition
{
    private Composition()
    {
    }

    public sealed record Composed(ComposedEmail Email) : Composition;

    /// <summary>There is nothing to send or nobody to send it to, and there never will be.</summary>
    public sealed record Impossible(string Why) : Composition;
}
