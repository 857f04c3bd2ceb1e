namespace Alerts.Core.Subscriptions;

/// <summary>What a subscriber is told and agrees to when signing up. A change of the text is a new version: the record of consent names it.</summary>
public static class ConsentWording
{
    public const string Version = "2026-11";

    public const string Text =
        "Stored: your address, what you choose here, and when and from which network address you asked and confirmed. You can take out or erase all of it at any time.";
}
