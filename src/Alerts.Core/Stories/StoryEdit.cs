namespace Alerts.Core.Stories;

/// <summary>What became of an operator's decision on stories.</summary>
public abstract record StoryEdit
{
    private StoryEdit()
    {
    }

    /// <param name="Story">Where the articles are now.</param>
    public sealed record Done(Story Story) : StoryEdit;

    /// <param name="What">"story" or "article".</param>
    public sealed record NotFound(string What, string Id) : StoryEdit;

    /// <param name="Why">In the caller's terms, with what to do instead.</param>
    public sealed record Refused(string Why) : StoryEdit;
}
