using System.Security.Cryptography;
using System.Text;

namespace Alerts.Web.Api.Stix;

/// <summary>Ids of STIX objects: the same thing has the same id in every export, so that importing twice adds nothing.</summary>
internal static class StixId
{
    private static readonly Guid Namespace = new("6f6a1a5e-3c0b-5d3e-9a52-1f2b0c7e4d11");

    /// <param name="type">Of the object: report, identity, intrusion-set, ...</param>
    public static string Of(string type, string name) => $"{type}--{Uuid(type + "/" + name)}";

    /// <summary>Version 5 of RFC 9562: SHA-1 over namespace and name.</summary>
    private static Guid Uuid(string name)
    {
#pragma warning disable CA5350 // A name, not a secret: the version of the UUID prescribes the hash.
        var hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
