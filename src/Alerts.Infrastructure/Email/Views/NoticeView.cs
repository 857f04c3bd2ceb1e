namespace Alerts.Infrastructure.Email.Views;

/// <summary>A mail that asks for something or tells that something happened: a heading, paragraphs, at most one button.</summary>
/// <param name="Facts">What it is about, as label and value.</param>
/// <param name="SmallPrint">What to do when it was not expected.</param>
public sealed record NoticeView(
    string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<FactView> Facts, ButtonView? Button, string? SmallPrint);

public sealed record ButtonView(string Label, string Url);
