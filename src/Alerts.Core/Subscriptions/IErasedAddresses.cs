namespace Alerts.Core.Subscriptions;

/// <summary>Addresses whose owners had everything erased, as keyed hashes: nobody but they themselves can have them mailed again.</summary>
public interface IErasedAddresses
{
    /// <param name="suppressed">Mail to it bounced or was complained about: not even a confirmation is sent.</param>
    Task AddAsync(string hash, bool suppressed, DateTimeOffset at, CancellationToken cancellationToken);

    /// <returns>Null where none of the hashes is there; else whether it is suppressed.</returns>
    Task<bool?> FindAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken);
}
