using System.Runtime.InteropServices;
using Alerts.Core.Knowledge.Writing;

namespace Alerts.Core.Matching.Scanning;

/// <summary>The spellings of all aliases, packed, until an index is made of them.</summary>
internal sealed class AliasSpellings
{
    private readonly List<char> _letters = [];
    private readonly List<AliasWords.Word> _words = [];
    private readonly List<Spelling> _spellings = [];
    private readonly List<AliasDetail> _details = [];

    /// <summary>One spelling: what is reported, and where its letters, words and checks begin.</summary>
    private readonly record struct Spelling(int Id, AliasForm Form, int Letters, int Words, int Detail);

    public void Add(AliasWords alias, int id, AliasForm form, AliasDetail? detail)
    {
        _spellings.Add(new(id, form, _letters.Count, _words.Count, detail is null ? -1 : _details.Count));
        _letters.AddRange(alias.Letters);
        _words.AddRange(alias.Words);
        if (detail is not null)
            _details.Add(detail);
    }

    public AliasIndex Index()
    {
        int edges = 0, keys = 0;
        for (int i = 0; i < _spellings.Count; i++)
            PathsOf(i).Count(ref edges, ref keys);
        var index = new AliasIndexBuilder(edges, keys, _words.Count, _spellings.Count);
        for (int i = 0; i < _spellings.Count; i++)
        {
            Spelling spelling = _spellings[i];
            SpellingPaths paths = PathsOf(i);
            index.End(paths.AddTo(index), new(spelling.Id, spelling.Letters, (short)paths.LetterCount, spelling.Form, -1, spelling.Detail));
        }
        return index.Build([.. _letters], [.. _details]);
    }

    private SpellingPaths PathsOf(int i)
    {
        Spelling spelling = _spellings[i];
        bool last = i + 1 == _spellings.Count;
        Range words = spelling.Words..(last ? _words.Count : _spellings[i + 1].Words);
        Range letters = spelling.Letters..(last ? _letters.Count : _spellings[i + 1].Letters);
        AliasDetail? detail = spelling.Detail < 0 ? null : _details[spelling.Detail];
        return new(CollectionsMarshal.AsSpan(_words)[words], CollectionsMarshal.AsSpan(_letters)[letters], detail?.Forms);
    }
}
