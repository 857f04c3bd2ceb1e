using Alerts.Core.Auditing;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.CommandLine;

public sealed class OperatorVerbsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_channel_is_paused_with_a_reason_and_let_go_on_once()
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var without = await shell.RunAsync("channels pause email");
        var paused = await shell.RunAsync("channels pause email --reason \"the provider is down\"");
        var pauses = await shell.Get<IChannelPauses>().ListAsync(CancellationToken.None);
        var resumed = await shell.RunAsync("channels resume email");
        var again = await shell.RunAsync("channels resume email");

        Assert.Equal(2, without.Exit);
        Assert.Contains("alerts channels resume email", paused.Out, StringComparison.Ordinal);
        Assert.Equal((ChannelKind.Email, "the provider is down"), (Assert.Single(pauses).Channel, pauses[0].Reason));
        Assert.Equal((0, 1), (resumed.Exit, again.Exit));
        Assert.Contains("email is not paused", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_put_on_the_list_and_taken_off()
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var none = await shell.RunAsync("suppressions list");
        var wrong = await shell.RunAsync("suppressions add nobody --reason asked");
        await shell.RunAsync("suppressions add somebody@example.org --reason \"asked by letter\"");
        var listed = await shell.RunAsync("suppressions list");
        var removed = await shell.RunAsync("suppressions remove somebody@example.org");
        var again = await shell.RunAsync("suppressions remove somebody@example.org");

        Assert.Contains("There are none.", none.Out, StringComparison.Ordinal);
        Assert.Equal((2, true), (wrong.Exit, wrong.Error.Contains("'nobody' is no email address", StringComparison.Ordinal)));
        Assert.Contains("asked by letter", listed.Out, StringComparison.Ordinal);
        Assert.Equal((0, 1), (removed.Exit, again.Exit));
    }

    [Fact]
    public async Task Dead_letters_are_listed_with_their_reason_and_go_back_by_queue()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        await shell.Get<IMessageQueue>().SendAsync(QueueNames.PoisonOf(QueueNames.Read), new ReadMessage(["a"]), cancellationToken: TestContext.Current.CancellationToken);
        await shell.Get<IMessageQueue>().SendAsync(QueueNames.PoisonOf(QueueNames.Email), new ReadMessage(["b"]), cancellationToken: TestContext.Current.CancellationToken);

        var listed = await shell.RunAsync("deadletters list --queue read");
        var replayed = await shell.JsonAsync("deadletters replay --queue read");
        var wrong = await shell.RunAsync("deadletters list --queue rea");

        Assert.Contains("because the process ended with it in hand", listed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("email", listed.Out, StringComparison.Ordinal);
        Assert.Equal(1, replayed.GetProperty("replayed").GetInt32());
        var counts = await shell.Get<IDeadLetters>().CountAsync(CancellationToken.None);
        Assert.Equal((1, 0, 1), (counts[QueueNames.Read], counts[QueueNames.PoisonOf(QueueNames.Read)], counts[QueueNames.PoisonOf(QueueNames.Email)]));
        Assert.Equal(2, wrong.Exit);
    }

    [Fact]
    public async Task Deliveries_are_listed_by_state_and_none_is_said_to_be_none()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        await shell.Get<IDeliveryStore>().AddIfAbsentAsync([Some.Delivery()], CancellationToken.None);

        var due = await shell.JsonAsync("deliveries list --state due");
        var sent = await shell.RunAsync("deliveries list --state sent");
        var none = await shell.RunAsync("deliveries list --take 0");
        var unknown = await shell.RunAsync("deliveries resend nothing");

        Assert.Equal(Some.Delivery().Id.ToString(), Assert.Single(due.EnumerateArray()).GetProperty("id").GetString());
        Assert.Contains("There are none.", sent.Out, StringComparison.Ordinal);
        Assert.Equal((2, 1), (none.Exit, unknown.Exit));
        Assert.Contains("--take must be a number from 1 to 100000.", none.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_log_tells_what_the_command_line_did_and_proves_itself()
    {
        await using var shell = await Shell.OpenAsync(azurite);
        await shell.RunAsync("channels pause webhook --reason maintenance");

        var listed = await shell.RunAsync("audit list");
        var verified = await shell.JsonAsync("audit verify");
        var kept = await shell.RunAsync($"audit verify --known {verified.GetProperty("head").GetString()}");
        var other = await shell.RunAsync($"audit verify --known {new string('0', 64)}");

        Assert.Contains("pauseChannel  /api/channels/webhook  (maintenance)", listed.Out, StringComparison.Ordinal);
        Assert.Equal(1, verified.GetProperty("entries").GetInt32());
        Assert.Equal((0, 1), (kept.Exit, other.Exit));
        Assert.Equal("command line:" + Environment.UserName, (await shell.Get<IAuditLog>().ListAsync(1, null, CancellationToken.None)).Items[0].Act.Actor);
    }

    [Theory]
    [InlineData("heartbeat list", 0, "There is none yet")]
    [InlineData("heartbeat verify", 1, "There is no heartbeat yet")]
    [InlineData("heartbeat verify yesterday", 2, "'yesterday' is no day such as")]
    [InlineData("incidents show nothing", 1, "nothing")]
    [InlineData("stories show nothing", 1, "nothing")]
    [InlineData("audit list --take none", 2, "")]
    [InlineData("nonsense", 2, "")]
    public async Task What_is_not_there_or_not_meant_is_said_so(string line, int exit, string word)
    {
        await using var shell = await Shell.OpenAsync(azurite);

        var answer = await shell.RunAsync(line);

        Assert.Equal(exit, answer.Exit);
        Assert.Contains(word, answer.Out + answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }
}
