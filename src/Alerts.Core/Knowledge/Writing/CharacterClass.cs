namespace Alerts.Core.Knowledge.Writing;

/// <summary>What a character does to words.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Punctuation and symbols: part of no word, and to be matched as written inside an alias (Gate.io).</summary>
    Break,
    Space,
    LineBreak,

    /// <summary>Hyphens, underscores, apostrophes: interchangeable with a space or with nothing.</summary>
    Joiner,

    /// <summary>A letter or digit of a script that separates words.</summary>
    Letter,

    /// <summary>Han, Kana, Hangul: each character is a word of its own.</summary>
    Ideograph,

    /// <summary>Combining marks and trailing jamo: belong to the word before them.</summary>
    Continuation,

    /// <summary>Zero-width characters, soft hyphens, direction marks: as if they were not there.</summary>
    Ignored,

    Surrogate,
}
