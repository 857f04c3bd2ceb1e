using System.Net;
using System.Net.Sockets;
using Alerts.Core.Delivery;
using Alerts.Infrastructure.Email.Smtp;

namespace Alerts.Tests.Email.Smtp;

public sealed class SmtpRefusalTests
{
    [Theory]
    [InlineData("ana", typeof(SendOutcome.Delivered), 250)]
    [InlineData("unknown", typeof(SendOutcome.EndpointGone), 550)]
    [InlineData("bare", typeof(SendOutcome.EndpointGone), 550)]
    [InlineData("blocked", typeof(SendOutcome.Refused), 550)]
    [InlineData("full", typeof(SendOutcome.Refused), 552)]
    [InlineData("spam", typeof(SendOutcome.Refused), 554)]
    [InlineData("greylisted", typeof(SendOutcome.RetryLater), 451)]
    [InlineData("relay", typeof(SendOutcome.RetryLater), 530)]
    [InlineData("busy", typeof(SendOutcome.RetryLater), 421)]
    [InlineData("leaving", typeof(SendOutcome.RetryLater), 421)]
    [InlineData("cut", typeof(SendOutcome.RetryLater), null)]
    [InlineData("silent", typeof(SendOutcome.RetryLater), null)]
    [InlineData("slow", typeof(SendOutcome.RetryLater), null)]
    public async Task A_refusal_means_what_the_server_said(string recipient, Type type, int? status)
    {
        await using var server = new StubbornServer();
        var outcome = (await SendAsync(server.Port, recipient)).Single();

        Assert.IsType(type, outcome);
        Assert.Equal(status, outcome switch
        {
            SendOutcome.Delivered sent => sent.Status,
            SendOutcome.EndpointGone gone => gone.Status,
            SendOutcome.Refused refused => refused.Status,
            SendOutcome.RetryLater later => later.Status,
            _ => null,
        });
    }

    [Fact]
    public async Task One_refusal_or_broken_connection_spares_the_others()
    {
        await using var server = new StubbornServer();
        var outcomes = await SendAsync(server.Port, "ana", "unknown", "bob", "cut", "cleo", "greylisted", "dan");

        Assert.Equal(["ana", "bob", "cleo", "dan"], server.Accepted);
        Assert.Equal(4, outcomes.OfType<SendOutcome.Delivered>().Count());
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_server_that_leaves_in_the_middle_is_called_again_for_the_rest()
    {
        await using var server = new StubbornServer();
        var outcomes = await SendAsync(server.Port, "ana", "leaving", "bob", "busy", "cleo");

        Assert.Equal(["ana", "bob", "cleo"], server.Accepted);
        Assert.Equal(2, outcomes.OfType<SendOutcome.RetryLater>().Count());
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task A_server_that_grants_few_connections_gets_all_mails_over_those()
    {
        await using var server = new StubbornServer { MaxConnections = 2, Taking = () => Thread.Sleep(5) };
        var names = Enumerable.Range(0, 30).Select(number => $"reader{number}").ToArray();
        using var mails = new SmtpMails(server.Port, connections: 6);

        Assert.All(await mails.SendAsync(names), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));

        Assert.Equal(names.Order(StringComparer.Ordinal), server.Accepted.Order(StringComparer.Ordinal));
        Assert.InRange(server.Connections, 3, 6);
    }

    [Fact]
    public async Task Connections_are_kept_for_the_next_mails_and_opened_again_where_the_server_hung_up()
    {
        await using var server = new StubbornServer();
        using var mails = new SmtpMails(server.Port, connections: 1);
        await mails.SendAsync("ana");
        await mails.SendAsync("bob");
        Assert.Equal(1, server.Connections);

        server.HangUp();
        Assert.All(await mails.SendAsync("cleo", "dan"), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Equal(2, server.Connections);
        Assert.Equal(["ana", "bob", "cleo", "dan"], server.Accepted);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_asked_once_a_batch()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.All(await SendAsync(port, "ana", "bob", "cleo"), outcome => Assert.IsType<SendOutcome.RetryLater>(outcome));
    }

    [Fact]
    public async Task A_server_without_tls_is_not_trusted_where_tls_is_asked_for()
    {
        await using var server = new StubbornServer();
        var outcomes = await SendAsync(server.Port, SmtpSecurity.StartTls, "ana", "bob");

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.RetryLater>(outcome));
        Assert.Empty(server.Accepted);
    }

    private static Task<IReadOnlyList<SendOutcome>> SendAsync(int port, params string[] recipients) => SendAsync(port, SmtpSecurity.None, recipients);

    private static async Task<IReadOnlyList<SendOutcome>> SendAsync(int port, SmtpSecurity security, params string[] recipients)
    {
        using var mails = new SmtpMails(port, connections: 1, security);
        return await mails.SendAsync(recipients);
    }
}
