using System.Reflection;
using System.Text.Json;
using Alerts.Core;
using Alerts.Core.Delivery.Operating;
using Alerts.Functions.Language;
using Alerts.Infrastructure;
using Alerts.Web;
using Microsoft.Extensions.Configuration;

namespace Alerts.Functions.Tests;

/// <summary>A setting that nobody reads is a mistake that shows only in the cloud.</summary>
public sealed class SettingsTests
{
    private static readonly ILookup<string, Type> Sections =
        new[] { typeof(MessageDispatcher), typeof(AlertsServices), typeof(AlertsWeb), typeof(WebPipeline) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Select(type => (type, section: type.GetField("Section") is { IsLiteral: true } constant && type.Name.EndsWith("Options", StringComparison.Ordinal) ? (string?)constant.GetRawConstantValue() : null))
            .Where(found => found.section is not null)
            .ToLookup(found => found.section!, found => found.type, StringComparer.OrdinalIgnoreCase);

    public static TheoryData<string> OfInfra { get; } =
        [.. Properties(Repository.Read("infra/snapshot/full.snapshot.json")).Where(IsOurs)];

    public static TheoryData<string> OfTheSample { get; } =
        [.. Properties(Repository.Read("src/Alerts.Functions/local.settings.sample.json")).Where(IsOurs)];

    [Theory]
    [MemberData(nameof(OfInfra))]
    [MemberData(nameof(OfTheSample))]
    public void Every_setting_is_read_by_an_option(string setting) => Assert.True(IsRead(setting), $"No option is bound to {setting}.");

    [Theory]
    [InlineData("Alerts__Language__DailyRecord")]
    [InlineData("Alerts__Nothing")]
    public void A_setting_that_nobody_reads_is_found(string setting) => Assert.False(IsRead(setting));

    // The deployment sets everything that it knows; what was not asked for is empty.
    [Fact]
    public void An_empty_setting_is_one_that_was_not_made()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Alerts:Delivery:MailsPerDay"] = "",
            ["Alerts:Language:Endpoint"] = "",
        }).Build();

        Assert.Null(configuration.GetSection(DeliveryOptions.Section).Get<DeliveryOptions>()!.MailsPerDay);
        Assert.Null(configuration.GetSection(LanguageOptions.Section).Get<LanguageOptions>()!.Endpoint);
    }

    private static bool IsRead(string setting)
    {
        var path = setting.Split("__");
        return Enumerable.Range(1, path.Length - 1).Any(length =>
            Sections[string.Join(':', path[..^length])].Any(options => Leads(options, path.AsSpan(^length..))));
    }

    private static bool Leads(Type type, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return true;

        if (int.TryParse(path[0], out _))
            return type.IsGenericType && Leads(type.GetGenericArguments()[0], path[1..]);

        return type.GetProperty(path[0], BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance) is { } property && Leads(property.PropertyType, path[1..]);
    }

    private static bool IsOurs(string name) => name.StartsWith("Alerts__", StringComparison.Ordinal);

    private static IEnumerable<string> Properties(string json)
    {
        return Of(JsonDocument.Parse(json).RootElement).Distinct();

        static IEnumerable<string> Of(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Of(property.Value).Prepend(property.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
            _ => [],
        };
    }
}
