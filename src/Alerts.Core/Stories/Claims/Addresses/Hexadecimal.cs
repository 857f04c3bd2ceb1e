using System.Buffers;

namespace Alerts.Core.Stories.Claims.Addresses;

internal static class Hexadecimal
{
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");
}
