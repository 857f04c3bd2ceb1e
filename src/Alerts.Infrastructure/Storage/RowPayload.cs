using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Values as columns. A small one is a string that can be read in any storage browser; a large one is compressed and cut into
/// binary columns of 64 KiB, the service's limit of a property (<c>Json0</c>, <c>Json1</c>, ...).
/// </summary>
internal static class RowPayload
{
    /// <summary>What is longer is compressed: the service's JSON escapes each quote and each character beyond ASCII into six bytes.</summary>
    private const int MaxPlainLength = 4_000;

    private const int MaxPropertyBytes = 64 * 1024;
    private const string Column = "Json";

    public static TableEntity Row<T>(RowKey key, T value)
    {
        var row = new TableEntity(key.Partition, key.Row);
        PutText(row, Column, JsonSerializer.Serialize(value, MessageJson.Rows));
        return row;
    }

    public static T Value<T>(TableEntity row) => JsonSerializer.Deserialize<T>(Text(row, Column), MessageJson.Rows)
        ?? throw new JsonException($"The row {row.PartitionKey} {row.RowKey} holds no {typeof(T).Name}.");

    public static void PutText(TableEntity row, string column, string text)
    {
        if (text.Length <= MaxPlainLength)
        {
            row[column] = text;
            return;
        }

        var packed = Pack(text);
        for (int part = 0, at = 0; at < packed.Length; part++, at += MaxPropertyBytes)
        {
            row[column + part] = packed[at..Math.Min(at + MaxPropertyBytes, packed.Length)];
        }
    }

    public static string Text(TableEntity row, string column)
    {
        if (row.GetString(column) is { } plain)
        {
            return plain;
        }

        using var packed = new MemoryStream();
        for (var part = 0; row.GetBinary(column + part) is { } bytes; part++)
        {
            packed.Write(bytes);
        }

        packed.Position = 0;
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
