namespace Alerts.Core.Messaging;

/// <summary>A caller's cursor was not handed out by this listing. The web layer answers it as a bad request.</summary>
public sealed class InvalidCursorException : ArgumentException
{
    public InvalidCursorException()
        : this("The cursor was not handed out by this listing. Leave it out to start from the beginning.")
    {
    }

    public InvalidCursorException(string message)
        : base(message)
    {
    }

    public InvalidCursorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
