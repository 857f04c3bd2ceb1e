using Alerts.Core.Subscriptions;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class ApiKeyStoreContract : StoreContract<IApiKeyStore>
{
    [Fact]
    public async Task Keys_are_saved_replaced_found_and_listed()
    {
        var store = await NewStoreAsync();
        var key = new ApiKey { Id = "k1", Name = "Wire", SecretHash = "00", Scopes = [ApiScope.Ingest, ApiScope.Read], CreatedAt = Some.Now };
        await store.SaveAsync(key, Cancellation);
        await store.SaveAsync(key with { Id = "k0" }, Cancellation);
        await store.SaveAsync(key with { RevokedAt = Some.Now }, Cancellation);

        Assert.Equivalent(key with { RevokedAt = Some.Now }, await store.GetAsync("k1", Cancellation), strict: true);
        Assert.Equal(["k0", "k1"], (await store.ListAsync(Cancellation)).Select(item => item.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("absent")]
    [InlineData("a/b\\c#d?e' or 1 eq 1\n")]
    public async Task A_key_that_is_not_there_is_not_found_whatever_a_caller_sends(string id)
    {
        var store = await NewStoreAsync();

        Assert.Null(await store.GetAsync(id, Cancellation));
        Assert.Null(await store.GetAsync(new string('k', 5_000), Cancellation));
    }

    public sealed class InMemory : ApiKeyStoreContract
    {
        protected override Task<IApiKeyStore> NewStoreAsync() => Task.FromResult<IApiKeyStore>(new MemoryApiKeyStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : ApiKeyStoreContract
    {
        protected override Task<IApiKeyStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
