using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Storage;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private const int MaxPrefixLength = 20;

    public ValidateOptionsResult Validate(string? name, StorageOptions options) => Complaint(options) is { } complaint
        ? ValidateOptionsResult.Fail(complaint)
        : ValidateOptionsResult.Success;

    private static string? Complaint(StorageOptions options) => (options.ConnectionString, options.AccountName) switch
    {
        (null or "", null or "") =>
            $"No storage is named. Set {StorageOptions.Section}:ConnectionString (\"UseDevelopmentStorage=true\" for a local emulator) or {StorageOptions.Section}:AccountName (an Azure storage account that this process's identity may use).",
        ({ Length: > 0 }, { Length: > 0 }) =>
            $"{StorageOptions.Section}:ConnectionString and {StorageOptions.Section}:AccountName are both set. Remove one.",
        (null or "", { } account) when !IsAccountName(account) =>
            $"{StorageOptions.Section}:AccountName \"{account}\" is no storage account's name: 3 to 24 lower-case letters and digits, without \".table.core.windows.net\".",
        ({ Length: > 0 } text, _) when !StorageClients.IsConnectionString(text) =>
            $"{StorageOptions.Section}:ConnectionString is no connection string: copy it from the account's page \"Access keys\", or write \"UseDevelopmentStorage=true\".",
        _ when !IsPrefix(options.Prefix) =>
            $"{StorageOptions.Section}:Prefix \"{options.Prefix}\" cannot begin a table's name: at most {MaxPrefixLength} lower-case letters and digits, a letter first.",
        _ => null,
    };

    private static bool IsAccountName(string text) => text.Length is >= 3 and <= 24 && text.All(IsLowerOrDigit);

    private static bool IsPrefix(string text) => text.Length == 0 || (text.Length <= MaxPrefixLength && char.IsAsciiLetterLower(text[0]) && text.All(IsLowerOrDigit));

    private static bool IsLowerOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
