using System.CommandLine;
using System.Globalization;

namespace Alerts.Local.Commands;

/// <summary>A number from 1; anything else is refused with what may be given.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int unsaid, int most = 100_000) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => unsaid,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most)
            {
                return count;
            }

            result.AddError($"{name} must be a number from 1 to {most}.");
            return 0;
        },
    };
}
