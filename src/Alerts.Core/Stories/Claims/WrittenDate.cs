namespace Alerts.Core.Stories.Claims;

/// <param name="IsExplicit">Day and month are written; else it was told from the day of publication.</param>
internal readonly record struct WrittenDate(DateOnly Day, bool IsExplicit, int Start, int Length);
