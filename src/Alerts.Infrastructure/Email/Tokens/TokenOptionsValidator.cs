using Alerts.Core.Subscriptions.Tokens;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Email.Tokens;

internal sealed class TokenOptionsValidator : IValidateOptions<TokenOptions>
{
    public ValidateOptionsResult Validate(string? name, TokenOptions options)
    {
        var problems = options.Keys.Select((key, i) => TokenKey.TryParse(key.Id, key.Key, out var problem) is null ? $"{TokenOptions.Section}:Keys:{i}: {problem}." : null)
            .OfType<string>().ToList();
        if (options.Keys.Count == 0)
            problems.Add($"{TokenOptions.Section}:Keys is empty. Links in mails are signed: set {TokenOptions.Section}:Keys:0:Id (a short name) and {TokenOptions.Section}:Keys:0:Key (openssl rand -base64 32).");
        if (options.Keys.Select(key => key.Id).Distinct(StringComparer.Ordinal).Count() != options.Keys.Count)
            problems.Add($"{TokenOptions.Section}:Keys has two keys of the same Id.");
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
