namespace Alerts.Infrastructure.Fetching;

/// <summary>
/// The guard stopped a request or a connection. It travels through <see cref="HttpClient"/>, which knows no other way to say so, as the
/// inner exception of a <see cref="HttpRequestException"/>: <see cref="ReasonIn"/> finds it there.
/// </summary>
public sealed class AddressRefusedException : IOException
{
    public AddressRefusedException()
    {
    }

    public AddressRefusedException(string message)
        : base(message)
    {
    }

    public AddressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <returns>Why the guard refused; null where something else went wrong.</returns>
    public static string? ReasonIn(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is AddressRefusedException refused)
            {
                return refused.Message;
            }
        }

        return null;
    }
}
