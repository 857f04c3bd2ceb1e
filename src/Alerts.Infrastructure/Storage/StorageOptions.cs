namespace Alerts.Infrastructure.Storage;

/// <summary>Section <c>Alerts:Storage</c>: the account that holds tables and queues. One of the two ways to name it.</summary>
public sealed class StorageOptions
{
    public const string Section = "Alerts:Storage";

    /// <summary>For the emulator and for accounts with shared keys. "UseDevelopmentStorage=true" is an emulator on its usual ports.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>For Azure: the account's name; the process's identity needs the roles Storage Table and Storage Queue Data Contributor.</summary>
    public string? AccountName { get; set; }

    /// <summary>Client id of a user-assigned identity; without it the default credential of the surroundings.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Begins all names of tables and queues, so that tests share an account. The queue triggers of Azure Functions know the plain names only.</summary>
    public string Prefix { get; set; } = "";
}
