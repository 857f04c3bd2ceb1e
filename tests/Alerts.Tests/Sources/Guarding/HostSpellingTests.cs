using Alerts.Core.Sources.Guarding;

namespace Alerts.Tests.Sources.Guarding;

public sealed class HostSpellingTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.1.", "127.0.0.1")]
    [InlineData("127.1", "127.0.0.1")]
    [InlineData("127.0.1", "127.0.0.1")]
    [InlineData("2130706433", "127.0.0.1")]
    [InlineData("0x7f000001", "127.0.0.1")]
    [InlineData("0X7F.1", "127.0.0.1")]
    [InlineData("017700000001", "127.0.0.1")]
    [InlineData("0177.0.0.01", "127.0.0.1")]
    [InlineData("0", "0.0.0.0")]
    [InlineData("0x", "0.0.0.0")]
    [InlineData("4294967295", "255.255.255.255")]
    [InlineData("１２７。０．０｡１", "127.0.0.1")]
    [InlineData("①②⑦.⓪.⓪.①", "127.0.0.1")]
    [InlineData("[::1]", "::1")]
    [InlineData("[0:0:0:0:0:ffff:7f00:1]", "::ffff:127.0.0.1")]
    public void Numbers_are_read_as_the_url_standard_reads_them(string host, string address) =>
        Assert.Equal(address, HostSpelling.ReadAddress(HostSpelling.Normalise(host)!, out _)?.ToString());

    [Theory]
    [InlineData("256.0.0.1")]
    [InlineData("1.2.3.4.5")]
    [InlineData("08.0.0.1")]
    [InlineData("4294967296")]
    [InlineData("127.16777216")]
    [InlineData("example.0x7g.1")]
    [InlineData("example.7")]
    [InlineData("99999999999999999999999999")]
    public void What_ends_in_a_number_and_spells_no_address_is_no_name_either(string host)
    {
        Assert.Null(HostSpelling.ReadAddress(HostSpelling.Normalise(host)!, out var isNumber));
        Assert.True(isNumber);
    }

    [Theory]
    [InlineData("Example.COM", "example.com")]
    [InlineData("example.com..", "example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("例え。テスト", "xn--r8jz45g.xn--zckzah")]
    [InlineData("10.example.com", "10.example.com")]
    public void Names_get_one_spelling(string host, string normal)
    {
        Assert.Equal(normal, HostSpelling.Normalise(host));
        Assert.Null(HostSpelling.ReadAddress(normal, out var isNumber));
        Assert.False(isNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1..2")]
    [InlineData("a..b")]
    public void What_has_no_or_empty_labels_is_no_host(string host) => Assert.Null(HostSpelling.Normalise(host));
}
