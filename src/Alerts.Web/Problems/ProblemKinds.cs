namespace Alerts.Web.Problems;

/// <summary>Every problem that the API answers with. The codes are part of the API: callers switch on them.</summary>
public static class ProblemKinds
{
    public static ProblemKind MalformedJson { get; } = new("malformed-json", 400, "The body is not JSON", "Send one JSON value, UTF-8, without comments or trailing commas.");

    public static ProblemKind UnknownMember { get; } = new(
        "unknown-member", 400, "The body has a member that does not exist, or one twice", "Check the spelling of the members named under errors. Unknown members are refused so that a typing error does not pass for a setting.");

    public static ProblemKind InvalidField { get; } = new("invalid-field", 400, "Some fields are not valid", "Each entry under errors names a field and says what it must be.");

    public static ProblemKind InvalidParameter { get; } = new("invalid-parameter", 400, "A query parameter is not valid", "Each entry under errors names a parameter and says what it must be.");

    public static ProblemKind Unauthorized { get; } = new(
        "unauthorized", 401, "This needs a key", "Send an API key as \"Authorization: Bearer KEY\" or \"X-API-Key: KEY\". A revoked or mistyped key is answered like none.");

    public static ProblemKind BadSignature { get; } = new(
        "bad-signature", 401, "The signature does not fit",
        "Sign \"id.timestamp.body\" with HMAC-SHA256 and the key's whsec_ secret (Standard Webhooks), send the three webhook-* headers, name the key in ?key=, and keep the clock within five minutes.");

    public static ProblemKind Forbidden { get; } = new("forbidden", 403, "The key does not allow this", "The detail names the scope that is needed. Ask an administrator for a key that has it.");

    public static ProblemKind BadToken { get; } = new(
        "bad-token", 403, "The link is not valid", "The token was cut, is for something else, or belongs to an earlier sign-up. Use the link of the newest mail, or sign up again.");

    public static ProblemKind ExpiredToken { get; } = new("expired-token", 403, "The link has expired", "Ask for a new mail by signing up again with the same address.");

    public static ProblemKind NotFound { get; } = new("not-found", 404, "There is no such thing", "Check the id; ids are those that the listings give.");

    public static ProblemKind MethodNotAllowed { get; } = new("method-not-allowed", 405, "This address does not take that method", "The Allow header names the methods that it takes.");

    public static ProblemKind Conflict { get; } = new("conflict", 409, "It is there already, or changed in the meantime", "Read it again and decide anew.");

    public static ProblemKind TooLarge { get; } = new("too-large", 413, "The body is too large", "One article may have 64 KiB, a batch 2 MiB and 100 articles, anything else 64 KiB.");

    public static ProblemKind UnsupportedMediaType { get; } = new("unsupported-media-type", 415, "The body is of the wrong type", "Send application/json, not compressed.");

    public static ProblemKind InvalidTopic { get; } = new(
        "invalid-topic", 400, "The text is no topic", "Each entry under topicErrors names a line and a column of the text, what stands there, and what was expected instead.");

    public static ProblemKind NotPossible { get; } = new("not-possible", 422, "That cannot be done", "The request is well formed, but what it asks for is not allowed or makes no sense here; the detail says why.");

    public static ProblemKind TooManyRequests { get; } = new("too-many-requests", 429, "Too many requests", "Wait for the seconds in Retry-After.");

    public static ProblemKind Internal { get; } = new("internal", 500, "Something broke on our side", "The request may be repeated: every write is idempotent. Quote the trace id when reporting it.");

    public static ProblemKind Unavailable { get; } = new("unavailable", 503, "Not available now", "Storage does not answer. The request may be repeated: every write is idempotent.");

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        MalformedJson, UnknownMember, InvalidField, InvalidParameter, Unauthorized, BadSignature, Forbidden, BadToken, ExpiredToken, NotFound, MethodNotAllowed, Conflict,
        TooLarge, UnsupportedMediaType, InvalidTopic, NotPossible, TooManyRequests, Internal, Unavailable,
    ];

    /// <summary>What a bare status means that some layer below answered with.</summary>
    public static ProblemKind? OfStatus(int status) => status switch
    {
        400 => InvalidParameter,
        _ => All.FirstOrDefault(kind => kind.Status == status),
    };
}
