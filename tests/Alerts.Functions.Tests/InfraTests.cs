using System.Text.Json;
using System.Text.RegularExpressions;
using Alerts.Core.Messaging;

namespace Alerts.Functions.Tests;

/// <summary>What the resources and the code must say alike.</summary>
public sealed partial class InfraTests
{
    private static readonly string Main = Repository.Read("infra/main.bicep");

    [Fact]
    public void Instances_are_kept_ready_for_functions_that_exist()
    {
        var ready = Strings(Between(Main, "param alwaysReadyFunctions string[] = [", "]")).ToArray();

        Assert.NotEmpty(ready);
        Assert.Subset(AppFunctions.All.Select(function => function.Name).ToHashSet(), ready.ToHashSet());
    }

    [Fact]
    public void The_parameters_file_names_parameters_that_exist_and_all_that_have_no_default()
    {
        var given = JsonDocument.Parse(Repository.Read("infra/main.parameters.json")).RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToHashSet();
        var declared = Parameter().Matches(Main).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["default"].Success);

        Assert.Subset(declared.Keys.ToHashSet(), given);
        Assert.Superset(declared.Where(parameter => !parameter.Value).Select(parameter => parameter.Key).ToHashSet(), given);
    }

    [Fact]
    public void Keys_of_storage_language_and_telemetry_are_off()
    {
        Assert.Contains("allowSharedKeyAccess: false", Repository.Read("infra/modules/storage.bicep"), StringComparison.Ordinal);
        Assert.Contains("disableLocalAuth: true", Repository.Read("infra/modules/language.bicep"), StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth: true", Repository.Read("infra/modules/monitoring.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_alarm_that_the_watch_has_stopped_looks_for_the_poll() =>
        Assert.Contains($"operation_Name == \"{TimerNames.PollSources}\"", Repository.Read("infra/modules/monitoring.bicep"), StringComparison.Ordinal);

    // App Service overwrites this header; what a caller writes into the others reaches the app.
    // https://github.com/Azure/app-service-linux-docs/blob/master/Things_You_Should_Know/headers.md
    [Fact]
    public void The_caller_address_is_taken_from_a_header_that_callers_cannot_set() =>
        Assert.Contains("Alerts__Api__ClientAddressHeader: 'CLIENT-IP'", Repository.Read("infra/modules/app.bicep"), StringComparison.Ordinal);

    // An outbox on an instance's disk is read by nobody, and its mails count as sent.
    [Fact]
    public void Without_a_sender_no_mail_counts_as_sent() =>
        Assert.Contains("Alerts__Email__Mode: empty(emailFrom) ? 'None' : 'SendGrid'", Repository.Read("infra/modules/app.bicep"), StringComparison.Ordinal);

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Strings(string bicep) => Quoted().Matches(bicep).Select(match => match.Groups[1].Value);

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^param (?<name>\w+) [^=\r\n]*(?<default>=)?", RegexOptions.Multiline)]
    private static partial Regex Parameter();
}
