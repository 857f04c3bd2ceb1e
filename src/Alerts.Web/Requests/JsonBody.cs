using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Requests;

/// <summary>Reads and checks JSON bodies.</summary>
internal static class JsonBody
{
    public const int DefaultCap = 64 * 1024;

    private const int FirstBuffer = 4096;

    /// <summary>At most <paramref name="cap"/> bytes, whatever the caller's Content-Length says.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, int cap, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            var type = string.IsNullOrEmpty(request.ContentType) ? "no Content-Type" : $"\"{request.ContentType}\"";
            return (default, Problem.Of(ProblemKinds.UnsupportedMediaType, $"The request has {type}; send application/json."));
        }

        if (request.Headers.ContentEncoding.Count > 0)
        {
            return (default, Problem.Of(ProblemKinds.UnsupportedMediaType, $"The body is encoded as \"{request.Headers.ContentEncoding}\"; send it as it is."));
        }

        var bytes = await ReadCappedAsync(request, cap, cancellationToken);
        return bytes is { } read ? (read, null) : (default, TooLarge(cap));
    }

    public static ProblemHttpResult TooLarge(int cap) => Problem.Of(ProblemKinds.TooLarge, $"The body has more than {Size(cap)}.");

    public static string Size(int bytes) => bytes % (1024 * 1024) == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KiB");

    public static bool TryParse<T>(
        ReadOnlyMemory<byte> bytes, JsonSerializerOptions options, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ProblemHttpResult? problem)
        where T : class
    {
        value = null;
        if (!TryOpen(bytes, out var document, out problem))
        {
            return false;
        }

        using (document)
        {
            return TryConvert(document.RootElement, "", options, out value, out problem);
        }
    }

    public static bool TryOpen(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        try
        {
            (document, problem) = (JsonDocument.Parse(bytes), null);
            return true;
        }
        catch (JsonException exception)
        {
            document = null;
            problem = Problem.Of(ProblemKinds.MalformedJson, $"The body is not JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
            return false;
        }
    }

    /// <param name="place">Where the element stands in the body, for the names of fields: "" or "[3].".</param>
    public static bool TryConvert<T>(
        JsonElement element, string place, JsonSerializerOptions options, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ProblemHttpResult? problem)
        where T : class
    {
        value = null;
        var type = options.GetTypeInfo(typeof(T));
        var wrong = new FieldErrors();
        JsonShape.FindWrongMembers(element, type, place, wrong);
        if (wrong.Any)
        {
            problem = wrong.ToProblem(ProblemKinds.UnknownMember);
            return false;
        }

        try
        {
            value = element.Deserialize<T>(options);
            problem = value is null ? Problem.Of(ProblemKinds.InvalidField, "The body is null; send a JSON object.") : null;
        }
        catch (JsonException exception)
        {
            var (field, expected) = JsonShape.Expected(type, exception.Path);
            problem = new FieldErrors().Add(place + field, "must be " + expected).ToProblem();
        }

        return problem is null;
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadCappedAsync(HttpRequest request, int cap, CancellationToken cancellationToken)
    {
        if (request.ContentLength > cap)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(FirstBuffer);
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.GetMemory(FirstBuffer), cancellationToken);
            if (read == 0)
            {
                return buffer.WrittenMemory;
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > cap)
            {
                return null;
            }
        }
    }
}
