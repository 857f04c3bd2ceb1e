using System.Buffers.Text;
using Alerts.Core;
using Alerts.Core.Subscriptions.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Subscriptions.Tokens;

public sealed class SubscriptionTokensTests
{
    private static readonly string Reader = DerivedId.Of("reader");
    private static readonly TokenKey Old = Key("old", 1);
    private static readonly TokenKey New = Key("new", 2);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private SubscriptionTokens Tokens => new([Old], time);

    [Theory]
    [InlineData(TokenPurpose.Confirm)]
    [InlineData(TokenPurpose.Preferences)]
    [InlineData(TokenPurpose.Unsubscribe)]
    public void A_token_says_what_it_was_signed_for(TokenPurpose purpose) =>
        Assert.Equal(new TokenOutcome.Valid(Reader, 3), Tokens.Verify(purpose, Tokens.Sign(purpose, Reader, 3)));

    [Fact]
    public void A_token_is_short_and_needs_no_escaping()
    {
        var token = Tokens.Sign(TokenPurpose.Unsubscribe, Reader, 1);

        Assert.Equal("old.".Length + 76, token.Length);
        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("sixteen-byte-id!")]
    [InlineData("구독")]
    public void An_id_of_any_shape_comes_back_as_it_was(string id) =>
        Assert.Equal(new TokenOutcome.Valid(id, 1), Tokens.Verify(TokenPurpose.Confirm, Tokens.Sign(TokenPurpose.Confirm, id, 1)));

    [Fact]
    public void A_token_of_one_purpose_is_none_of_another()
    {
        foreach (var signed in Enum.GetValues<TokenPurpose>())
            foreach (var asked in Enum.GetValues<TokenPurpose>().Where(purpose => purpose != signed))
                Assert.Same(TokenOutcome.Invalid.Instance, Tokens.Verify(asked, Tokens.Sign(signed, Reader, 1)));
    }

    [Theory]
    [InlineData(TokenPurpose.Confirm, 47, true)]
    [InlineData(TokenPurpose.Confirm, 48, false)]
    [InlineData(TokenPurpose.Preferences, 179 * 24, true)]
    [InlineData(TokenPurpose.Preferences, 180 * 24, false)]
    [InlineData(TokenPurpose.Unsubscribe, 50 * 365 * 24, true)]
    public void A_token_lives_as_long_as_its_purpose(TokenPurpose purpose, int hours, bool valid)
    {
        var token = Tokens.Sign(purpose, Reader, 7);
        time.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(valid ? new TokenOutcome.Valid(Reader, 7) : new TokenOutcome.Expired(Reader, 7), Tokens.Verify(purpose, token));
    }

    [Fact]
    public void Keys_rotate_and_old_tokens_stay_good_until_their_key_is_taken_away()
    {
        var before = new SubscriptionTokens([Old], time).Sign(TokenPurpose.Unsubscribe, Reader, 1);
        var rotated = new SubscriptionTokens([New, Old], time);
        var after = rotated.Sign(TokenPurpose.Unsubscribe, Reader, 1);

        Assert.StartsWith("new.", after, StringComparison.Ordinal);
        Assert.IsType<TokenOutcome.Valid>(rotated.Verify(TokenPurpose.Unsubscribe, before));
        Assert.IsType<TokenOutcome.Valid>(rotated.Verify(TokenPurpose.Unsubscribe, after));
        Assert.Same(TokenOutcome.Invalid.Instance, new SubscriptionTokens([New], time).Verify(TokenPurpose.Unsubscribe, before));
    }

    [Fact]
    public void The_name_of_a_key_is_signed_too()
    {
        var token = new SubscriptionTokens([Key("a", 1)], time).Sign(TokenPurpose.Unsubscribe, Reader, 1);

        // The same secret under another name: a token cannot be moved between the two.
        Assert.Same(TokenOutcome.Invalid.Instance, new SubscriptionTokens([Key("b", 1)], time).Verify(TokenPurpose.Unsubscribe, "b" + token[1..]));
    }

    public static TheoryData<string> Nonsense => ["", ".", "old", "old.", "old.A", "old.====", ".AAAA", "old." + new string('A', 1_000), "old.\u0000", "other.AAAA", "old.ＡＡ"];

    [Theory]
    [InlineData(null)]
    [MemberData(nameof(Nonsense))]
    public void Nonsense_is_invalid(string? token) => Assert.Same(TokenOutcome.Invalid.Instance, Tokens.Verify(TokenPurpose.Unsubscribe, token));

    [Fact]
    public void Of_100000_forged_cut_swapped_and_stale_tokens_none_is_accepted()
    {
        var tokens = Tokens;
        var good = Enumerable.Range(0, 100).Select(i => tokens.Sign(TokenPurpose.Confirm, DerivedId.Of($"{i}"), 1)).ToArray();
        var strangers = new SubscriptionTokens([Key("old", 9)], time);
        var dice = new Random(20_261_123);
        var broken = Enumerable.Range(0, 100_000).Select(i => Break(good, strangers, dice, i)).Where(token => !good.Contains(token)).ToList();

        Assert.InRange(broken.Count, 95_000, 100_000);
        Assert.DoesNotContain(broken, token => tokens.Verify(TokenPurpose.Confirm, token) is not TokenOutcome.Invalid);
        time.Advance(TimeSpan.FromHours(48));
        Assert.All(good, token => Assert.IsType<TokenOutcome.Expired>(tokens.Verify(TokenPurpose.Confirm, token)));
    }

    private static string Break(string[] good, SubscriptionTokens strangers, Random dice, int i)
    {
        var token = good[dice.Next(good.Length)];
        var other = good[dice.Next(good.Length)];
        var body = token.IndexOf('.', StringComparison.Ordinal) + 1;
        switch (i % 7)
        {
            case 0:
                return token[..dice.Next(token.Length)];
            case 1:
                return token[dice.Next(1, token.Length)..];
            case 2:
                return strangers.Sign(TokenPurpose.Confirm, DerivedId.Of($"{i}"), 1);
            case 3:
                var bytes = Base64Url.DecodeFromChars(token.AsSpan(body));
                bytes[dice.Next(bytes.Length)] ^= (byte)(1 << dice.Next(8));
                return token[..body] + Base64Url.EncodeToString(bytes);
            case 4:
                var cut = dice.Next(body + 16, token.Length - 1);
                return token[..cut] + other[cut..];
            case 5:
                const string Tail = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_= \n";
                return token + Tail[dice.Next(Tail.Length)];
            default:
                var random = new byte[57];
                dice.NextBytes(random);
                return "old." + Base64Url.EncodeToString(random);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-b")]
    [InlineData("seventeenletters1")]
    public void A_key_needs_a_plain_name(string id)
    {
        Assert.Null(TokenKey.TryParse(id, Convert.ToBase64String(new byte[32]), out var why));
        Assert.StartsWith("its Id must be", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public void A_key_needs_32_bytes(string? key)
    {
        Assert.Null(TokenKey.TryParse("k", key, out var why));
        Assert.StartsWith("its Key must", why, StringComparison.Ordinal);
    }

    private static TokenKey Key(string id, byte fill) => new(id, Enumerable.Repeat(fill, 32).ToArray());
}
