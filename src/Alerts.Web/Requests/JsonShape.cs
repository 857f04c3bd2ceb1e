using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alerts.Web.Problems;

namespace Alerts.Web.Requests;

/// <summary>Compares a JSON value with the type that it is to become, to name what does not fit.</summary>
internal static class JsonShape
{
    public static void FindWrongMembers(JsonElement element, JsonTypeInfo type, string place, FieldErrors errors)
    {
        if (element.ValueKind == JsonValueKind.Object && type.Kind == JsonTypeInfoKind.Object)
        {
            var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var member in element.EnumerateObject())
            {
                if (!met.Add(member.Name))
                {
                    errors.Add(place + member.Name, "is there twice");
                }
                else if (PropertyOf(type, member.Name) is { } property)
                {
                    FindWrongMembers(member.Value, type.Options.GetTypeInfo(property.PropertyType), $"{place}{property.Name}.", errors);
                }
                else
                {
                    errors.Add(place + member.Name, $"is no member here; the members are {string.Join(", ", type.Properties.Select(p => p.Name))}");
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Array && type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } elementType })
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
            {
                FindWrongMembers(item, type.Options.GetTypeInfo(elementType), $"{place.TrimEnd('.')}[{index++}].", errors);
            }
        }
    }

    /// <summary>What should have stood at the path of a <see cref="JsonException"/> ("$.items[2].at").</summary>
    public static (string Field, string Expected) Expected(JsonTypeInfo root, string? path)
    {
        var at = root;
        foreach (var step in (path ?? "$").TrimStart('$').Split('.', '[').Where(step => step.Length > 0))
        {
            var next = step.EndsWith(']') ? at.ElementType : PropertyOf(at, step)?.PropertyType;
            if (next is null)
            {
                break;
            }

            at = at.Options.GetTypeInfo(next);
        }

        return ((path ?? "$").TrimStart('$').TrimStart('.'), Words(at));
    }

    private static JsonPropertyInfo? PropertyOf(JsonTypeInfo type, string name) =>
        type.Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Words(JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        return type switch
        {
            _ when type == typeof(string) => "a string",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "a whole number",
            _ when type == typeof(DateTimeOffset) => "a date and time with its offset, such as \"2026-03-01T12:00:00Z\"",
            _ when type == typeof(TimeOnly) => "a time of day, such as \"08:00\"",
            _ when type == typeof(Uri) => "a URL",
            _ when type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)),
            _ when info.Kind == JsonTypeInfoKind.Enumerable => "an array",
            _ when info.Kind == JsonTypeInfoKind.Object => "an object with " + string.Join(", ", info.Properties.Select(property => property.Name)),
            _ => "of another kind",
        };
    }
}
