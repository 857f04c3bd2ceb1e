using System.Buffers;
using System.Globalization;

namespace Alerts.Infrastructure.Fetching;

/// <summary>
/// Reads a body under two caps: on what comes over the wire and on what it unpacks to. One encoding is unpacked, a second around
/// it is refused: only bombs are packed twice.
/// </summary>
internal static class BodyReader
{
    public static async Task<Body> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        if (NotWorthReading(content, maxBytes, out var encoding) is { } refusal)
        {
            return refusal;
        }

        await using var wire = await content.ReadAsStreamAsync(cancellationToken);
        if (await ReadAsync(wire, maxBytes, Capacity(content.Headers.ContentLength), cancellationToken) is not { } packed)
        {
            return new Body.TooLarge($"is larger than {InWords(maxBytes)}");
        }

        // Files such as sitemap.xml.gz come packed and say nothing about it.
        if (encoding == "identity" && packed.Span is [0x1f, 0x8b, 8, ..])
        {
            encoding = "gzip";
        }

        return encoding == "identity" || packed.IsEmpty ? new Body.Whole(packed) : await UnpackAsync(packed, encoding, maxBytes, cancellationToken);
    }

    /// <summary>The same under the same caps, without keeping the body: <paramref name="reading"/> takes it as it arrives, on a thread where it may block.</summary>
    public static async Task<Body> ReadAsync(HttpContent content, long maxBytes, Func<Stream, object> reading, CancellationToken cancellationToken)
    {
        if (NotWorthReading(content, maxBytes, out var encoding) is { } refusal)
        {
            return refusal;
        }

        await using var wire = await content.ReadAsStreamAsync(cancellationToken);
        if (Unpacking.Open(wire, encoding) is not { } unpacked)
        {
            return NotAskedFor(encoding);
        }

        await using var plain = new CappedStream(unpacked, maxBytes);
        // Taking the stream away is what stops a reader that waits for the network.
        await using var stop = cancellationToken.Register(wire.Dispose);
        try
        {
            return new Body.Made(await Task.Run(() => reading(plain), cancellationToken));
        }
        catch (Exception e) when (e is IOException or InvalidOperationException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (IOException) when (plain.IsOver)
        {
            return new Body.TooLarge($"{(encoding == "identity" ? "is larger than" : "unpacks to more than")} {InWords(maxBytes)}");
        }
        catch (Exception e) when (encoding != "identity" && e is InvalidDataException or InvalidOperationException)
        {
            return new Body.Broken($"the body is no valid {encoding}");
        }
    }

    private static Body? NotWorthReading(HttpContent content, long maxBytes, out string encoding)
    {
        var encodings = content.Headers.ContentEncoding.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(value => !value.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        encoding = encodings.Count == 0 ? "identity" : encodings[0].ToLowerInvariant();
        return encodings.Count > 1 ? new Body.Broken("the body is packed more than once")
            : content.Headers.ContentLength > maxBytes ? new Body.TooLarge($"announces {InWords(content.Headers.ContentLength.Value)}, {InWords(maxBytes)} at most are read")
            : null;
    }

    private static Body.Broken NotAskedFor(string encoding) => new($"the body is packed with {encoding}, which was not asked for");

    private static async Task<Body> UnpackAsync(ReadOnlyMemory<byte> packed, string encoding, long maxBytes, CancellationToken cancellationToken)
    {
        if (Unpacking.Open(packed, encoding) is not { } unpacking)
        {
            return NotAskedFor(encoding);
        }

        await using (unpacking)
        {
            try
            {
                return await ReadAsync(unpacking, maxBytes, Capacity(packed.Length * 4L), cancellationToken) is not { } plain
                    ? new Body.TooLarge($"unpacks to more than {InWords(maxBytes)}")
                    : Unpacking.IsComplete(packed.Span, plain.Span, encoding)
                    ? new Body.Whole(plain)
                    : new Body.Broken($"the {encoding} body is cut off");
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
            {
                return new Body.Broken($"the body is no valid {encoding}");
            }
        }
    }

    /// <returns>Null where there is more than that.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream from, long maxBytes, int capacity, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream(capacity);
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (whole.Length + read > maxBytes)
                {
                    return null;
                }

                whole.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    /// <summary>A length is believed up to a megabyte.</summary>
    private static int Capacity(long? announced) => (int)Math.Clamp(announced ?? 16 * 1024, 1024, 1024 * 1024);

    private static string InWords(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB");
}
