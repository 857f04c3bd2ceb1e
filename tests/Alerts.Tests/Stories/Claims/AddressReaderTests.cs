using Alerts.Core.Stories.Claims.Addresses;
using CsCheck;

namespace Alerts.Tests.Stories.Claims;

/// <summary>Vectors: EIP 55, BIP 173 and BIP 350 as published; the first Bitcoin address; the contracts of Tether on Tron and of tokens on Solana.</summary>
public sealed class AddressReaderTests
{
    private const string FirstBitcoin = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
    private const string ScriptHash = "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy";
    private const string Witness = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
    private const string Taproot = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0";
    private const string Checksummed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private const string TetherOnTron = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    private const string TokenProgram = "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA";
    private const string Hash = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";

    public static TheoryData<string> WithChecksum => [FirstBitcoin, ScriptHash, Witness, Taproot, Checksummed, TetherOnTron];

    [Theory]
    [InlineData(FirstBitcoin, Network.Bitcoin, true)]
    [InlineData(ScriptHash, Network.Bitcoin, true)]
    [InlineData(Witness, Network.Bitcoin, true)]
    [InlineData("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", Network.Bitcoin, true)]
    [InlineData(Taproot, Network.Bitcoin, true)]
    [InlineData(Checksummed, Network.Ethereum, true)]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", Network.Ethereum, true)]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", Network.Ethereum, true)]
    [InlineData("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", Network.Ethereum, false)]
    [InlineData(TetherOnTron, Network.Tron, true)]
    public void An_address_is_found_by_its_own_rules(string address, Network network, bool checksum)
    {
        var found = Assert.Single(AddressReader.Read($"The loot went to {address}, says the exchange."));

        Assert.Equal(new ChainReference(network, IsTransaction: false, checksum, 17, address.Length), found);
    }

    [Theory]
    [InlineData($"Solana wallet {TokenProgram} was drained", Network.Solana, false)]
    [InlineData($"솔라나 지갑 {TokenProgram} 에서 유출", Network.Solana, false)]
    [InlineData($"https://solscan.io/account/{TokenProgram}", Network.Solana, false)]
    [InlineData($"in transaction {Hash} the coins moved", Network.Unknown, true)]
    [InlineData($"транзакция {Hash}", Network.Unknown, true)]
    [InlineData($"https://etherscan.io/tx/0x{Hash}", Network.Ethereum, true)]
    public void What_has_no_checksum_counts_beside_a_word_for_it(string text, Network network, bool transaction)
    {
        var found = Assert.Single(AddressReader.Read(text));

        Assert.Equal((network, transaction, false), (found.Network, found.IsTransaction, found.HasChecksum));
    }

    [Theory]
    [InlineData($"the sample {Hash} is malware")]
    [InlineData($"the key {TokenProgram} was leaked")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd")]
    [InlineData("bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("0x47666Fab8bd0Ac7003bce3f5C3585383F09486E")]
    [InlineData("0x47666...486E2")]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNaa")]
    [InlineData("Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft Solana")]
    [InlineData("")]
    public void What_is_cut_mixed_up_or_unexplained_is_no_address(string text) => Assert.Empty(AddressReader.Read(text));

    [Theory]
    [MemberData(nameof(WithChecksum))]
    public void A_changed_character_is_refused(string address)
    {
        // EIP 55 covers the digits by chance only (1 in 4,000 slips through), but each letter's case for certain.
        var places = Enumerable.Range(4, address.Length - 4).Where(at => !address.StartsWith("0x", StringComparison.Ordinal) || char.IsLetter(address[at])).ToArray();
        const string base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        Gen.Select(Gen.Int[0, places.Length - 1].Select(index => places[index]), Gen.Char[base58]).Sample((at, other) =>
        {
            var changed = address.StartsWith("0x", StringComparison.Ordinal) ? Flipped(address[at]) : other;
            return changed == address[at] || AddressReader.Read(address[..at] + changed + address[(at + 1)..]).Count == 0;
        });
    }

    private static char Flipped(char letter) => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter);
}
