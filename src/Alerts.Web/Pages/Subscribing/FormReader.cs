using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Alerts.Web.Pages.Subscribing;

/// <summary>
/// Reads the forms of the pages. No cookie is set anywhere, so a forged request from another site carries nobody's authority: the
/// signed token in the form is the authority.
/// </summary>
internal static class FormReader
{
    private static readonly FormOptions Limits = new() { ValueCountLimit = 200, KeyLengthLimit = 200, ValueLengthLimit = 16 * 1024, BufferBodyLengthLimit = 64 * 1024 };

    /// <returns>An empty form for a body that is none.</returns>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return FormCollection.Empty;
        }

        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, Limits));
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException exception)
        {
            throw new BadHttpRequestException("The form is too large or malformed.", exception);
        }
    }
}
