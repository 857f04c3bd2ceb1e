using Alerts.Tests.Azurite;

namespace Alerts.Tests.Storage;

/// <summary>What a port promises, asked of the in-memory store and of the one in tables.</summary>
public abstract class StoreContract<TStore> : IAsyncDisposable
    where TStore : class
{
    private readonly List<ServiceProvider> storages = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Task<TStore> NewStoreAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var storage in storages)
        {
            await storage.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected async Task<TStore> InStorageAsync(AzuriteFixture azurite)
    {
        var storage = await azurite.NewStorageAsync();
        Keep(storage);
        return storage.GetRequiredService<TStore>();
    }

    protected void Keep(ServiceProvider storage) => storages.Add(storage);
}
