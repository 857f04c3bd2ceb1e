using Azure.Core;
using Azure.Core.Pipeline;

namespace Alerts.Infrastructure.Storage;

internal sealed class CountingPolicy(StorageRequestCounter counter, string service) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => counter.Count(OperationOf(service, message.Request.Method, message.Request.Uri.ToUri()));

    /// <summary>The emulator has the account's name in the path, Azure in the host: what matters is at the path's end.</summary>
    internal static string OperationOf(string service, RequestMethod method, Uri uri)
    {
        var segments = uri.AbsolutePath.Trim('/').Split('/');
        return service == "table" ? TableOperation(method, segments[^1]) : QueueOperation(method, segments, uri.Query);
    }

    private static string TableOperation(RequestMethod method, string last)
    {
        if (last == "$batch")
        {
            return "table batch";
        }

        var bracket = last.IndexOf('(', StringComparison.Ordinal);
        var table = bracket < 0 ? last : last[..bracket];
        var verb = method.Method switch
        {
            "GET" => last.EndsWith("()", StringComparison.Ordinal) ? "query" : "read",
            "POST" => "add",
            "PUT" => "replace",
            "DELETE" => "delete",
            _ => "merge",
        };
        return $"{table} {verb}";
    }

    private static string QueueOperation(RequestMethod method, string[] segments, string query)
    {
        var messages = Array.LastIndexOf(segments, "messages");
        if (messages < 1)
        {
            return $"{segments[^1]} {(method == RequestMethod.Put ? "create" : method == RequestMethod.Delete ? "drop" : "length")}";
        }

        var verb = method.Method switch
        {
            "POST" => "send",
            "PUT" => "extend",
            "DELETE" => "delete",
            _ => query.Contains("peekonly", StringComparison.Ordinal) ? "peek" : "receive",
        };
        return $"{segments[messages - 1]} {verb}";
    }
}
