namespace Alerts.Core.Subscriptions;

/// <param name="Field">As the API names it.</param>
/// <param name="Message">Goes on where the field's name stops: "must be ...".</param>
public sealed record PreferenceError(string Field, string Message);
