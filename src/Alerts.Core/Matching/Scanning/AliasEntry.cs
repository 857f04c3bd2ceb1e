namespace Alerts.Core.Matching.Scanning;

/// <summary>What the index keeps of one spelling of an alias.</summary>
/// <param name="Id">The caller's id.</param>
/// <param name="KeyStart">Where its folded letters, without anything between them, begin in the pool.</param>
/// <param name="KeyLength">How many they are.</param>
/// <param name="Next">The next entry that ends at the same node, or -1.</param>
/// <param name="Detail">Index of its <see cref="AliasDetail"/>, or -1 for the plain majority.</param>
/// <param name="Form">As the caller gave it.</param>
internal readonly record struct AliasEntry(int Id, int KeyStart, short KeyLength, AliasForm Form, int Next, int Detail);
