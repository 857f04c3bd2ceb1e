using Alerts.Local.Hosting;
using Alerts.Tests.Azurite;

namespace Alerts.Tests.CommandLine;

public sealed class SettingsFaultTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("alerts.json", "{ \"Alerts\": ", "alerts.json")]
    [InlineData("keys.json", "{", "no link in the mails sent so far works")]
    [InlineData("keys.json", "{}", "no link in the mails sent so far works")]
    [InlineData("alerts.json", """{"Alerts":{"Storage":{"ConnectionString":"UseDevelopmentStorage=true"},"Delivery":{"MailsPerDay":"many"}}}""", "'many' at 'Alerts:Delivery:MailsPerDay'")]
    [InlineData("alerts.json", """{"Alerts":{"Storage":{"ConnectionString":"UseDevelopmentStorage=true"},"Api":{"AdminKey":"k"}}}""", "Alerts:Api:AdminKey: ")]
    public async Task Settings_that_cannot_be_used_end_the_start_with_one_word_to_their_writer(string file, string text, string word)
    {
        await using var shell = await Shell.OpenAsync(azurite);
        shell.Write(file, text);

        var (exit, _, error) = await shell.RunAsync("run --port 1");

        Assert.Equal(1, exit);
        Assert.StartsWith("alerts: ", error, StringComparison.Ordinal);
        Assert.Contains(word, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_is_not_put_on_the_settings()
    {
        Assert.Null(SettingsFault.Explain(new InvalidOperationException("a bug")));
        Assert.Null(SettingsFault.Explain(new AggregateException(new InvalidDataException("x"), new InvalidOperationException("a bug"))));
    }
}
