using System.Security.Cryptography;
using System.Text;

namespace Alerts.Core.Hits;

/// <summary>
/// What an article said when it was decided. Addressed by its content, so it can neither change nor be taken for another; a hit names it
/// by <see cref="Hit.ContentHash"/>, and a later revision of the article has evidence of its own.
/// </summary>
public sealed record Evidence
{
    /// <summary>SHA-256, hexadecimal, of title, a blank line, and text, in UTF-8.</summary>
    public required string ContentHash { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>When this content was first decided.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Whether the content is what the hash says.</summary>
    public bool IsIntact => HashOf(Title, Text) == ContentHash;

    public static string HashOf(string title, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n\n" + text)));
}
