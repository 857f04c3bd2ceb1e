using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Problems;

/// <summary>Collects what is wrong with the fields of a body, so that a caller hears of everything at once.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> errors = [];

    public bool Any => errors.Count > 0;

    public FieldErrors Add(string field, string message)
    {
        if (!errors.TryGetValue(field, out var messages))
        {
            errors[field] = messages = [];
        }

        messages.Add(message);
        return this;
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() => errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());

    public ProblemHttpResult ToProblem(ProblemKind? kind = null)
    {
        var (field, messages) = errors.First();
        var rest = errors.Count > 1 ? $" {errors.Count - 1} more under errors." : "";
        return Problem.Of(kind ?? ProblemKinds.InvalidField, $"{(field.Length == 0 ? "The body" : field)} {messages[0]}.{rest}", ToDictionary());
    }
}
