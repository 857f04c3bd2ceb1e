using System.Text;
using System.Text.Json;

namespace Alerts.Core.Knowledge;

/// <summary>A JSON value that remembers its line, so that a complaint can name it.</summary>
internal sealed record KnowledgeNode(int Line, JsonTokenType Type, string Text, IReadOnlyList<KeyValuePair<string, KnowledgeNode>> Properties, IReadOnlyList<KnowledgeNode> Items)
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <exception cref="JsonException">The text is not JSON, or has texts that are none.</exception>
    public static KnowledgeNode Parse(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, Options);
        var lines = new LineCounter(bytes);
        reader.Read();
        var root = Read(ref reader, lines);
        while (reader.Read())
        {
        }

        return root;
    }

    private static KnowledgeNode Read(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.LineOf(reader.TokenStartIndex);
        var type = reader.TokenType;
        switch (type)
        {
            case JsonTokenType.StartObject:
                var properties = new List<KeyValuePair<string, KnowledgeNode>>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = TextOf(ref reader, lines.LineOf(reader.TokenStartIndex));
                    reader.Read();
                    properties.Add(new(name, Read(ref reader, lines)));
                }

                return new(line, type, "", properties, []);
            case JsonTokenType.StartArray:
                var items = new List<KnowledgeNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader, lines));
                return new(line, type, "", [], items);
            case JsonTokenType.String:
                return new(line, type, TextOf(ref reader, line), [], []);
            default:
                return new(line, type, Encoding.UTF8.GetString(reader.ValueSpan), [], []);
        }
    }

    private static string TextOf(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // An escape such as "\ud800" alone.
            throw new JsonException("a text has half a character", null, line - 1, null, e);
        }
    }

    /// <summary>Tokens come in order, so that counting goes over the text once.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private int _line = 1;
        private int _counted;

        public int LineOf(long offset)
        {
            _line += bytes.AsSpan(_counted, (int)offset - _counted).Count((byte)'\n');
            _counted = (int)offset;
            return _line;
        }
    }
}
