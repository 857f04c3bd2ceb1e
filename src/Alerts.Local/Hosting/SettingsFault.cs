using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Alerts.Local.Hosting;

/// <summary>Says what is wrong with the settings by the names that their writer knows.</summary>
internal static partial class SettingsFault
{
    /// <summary>Null where the settings are not what failed.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => "a setting is wrong:" + string.Concat(invalid.Failures.Select(failure => $"{Environment.NewLine}  {Name(invalid.OptionsType, failure)}")),
        AggregateException many when many.InnerExceptions.All(inner => Explain(inner) is not null) => string.Join(Environment.NewLine, many.InnerExceptions.Select(Explain)),
        InvalidDataException unreadable => $"{unreadable.Message} {unreadable.GetBaseException().Message}".Trim(),

        // What the binder throws for a value of the wrong type; it has no type of its own. Its message names value and setting.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } unbound => "a setting is wrong: " + unbound.Message,
        _ => null,
    };

    private static string Name(Type options, string failure) =>
        MemberFailure().Match(failure) is { Success: true } found && options.GetField("Section")?.GetRawConstantValue() is string section
            ? $"{section}:{found.Groups["member"].Value}: {found.Groups["error"].Value}"
            : failure;

    /// <summary>How data annotations word a failure.</summary>
    [GeneratedRegex("""members: '(?<member>[^']+)' with the error: '(?<error>.+)'\.$""", RegexOptions.Singleline)]
    private static partial Regex MemberFailure();
}
