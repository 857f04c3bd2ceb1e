using System.Globalization;
using System.Text.Json;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Requests;

/// <summary>Reads query parameters and says in the caller's terms what is wrong with them, all at once.</summary>
internal sealed class QueryReader(TimeProvider time)
{
    private readonly FieldErrors errors = new();

    /// <summary>Null where everything could be read.</summary>
    public ProblemHttpResult? Problem => errors.Any ? errors.ToProblem(ProblemKinds.InvalidParameter) : null;

    public int Take(string? value, int byDefault, int most)
    {
        if (string.IsNullOrEmpty(value))
        {
            return byDefault;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var take) && take >= 1 && take <= most)
        {
            return take;
        }

        errors.Add("take", $"must be a whole number from 1 to {most}");
        return byDefault;
    }

    /// <summary>A time ("2026-03-01T12:00:00Z"), a day ("2026-03-01", its beginning in UTC), or how long ago ("36h", "7d").</summary>
    public DateTimeOffset? Instant(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (value[^1] is 'h' or 'd' && int.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 100_000)
        {
            return time.GetUtcNow() - (value[^1] == 'h' ? TimeSpan.FromHours(count) : TimeSpan.FromDays(count));
        }

        if (value.Length >= 10 && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }

        errors.Add(name, "must be a time such as 2026-03-01T12:00:00Z, a day such as 2026-03-01, or how long ago, such as 36h or 7d");
        return null;
    }

    public TEnum? OneOf<TEnum>(string name, string? value)
        where TEnum : struct, Enum
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (!char.IsAsciiDigit(value[0]) && Enum.TryParse<TEnum>(value, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed))
        {
            return parsed;
        }

        errors.Add(name, "must be one of " + string.Join(", ", Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName)));
        return null;
    }

    public void Refuse(string name, string message) => errors.Add(name, message);
}
