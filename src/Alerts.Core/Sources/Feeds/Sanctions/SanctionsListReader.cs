using System.Globalization;
using System.Xml;

namespace Alerts.Core.Sources.Feeds.Sanctions;

/// <summary>
/// Reads SDN.XML, the list of Specially Designated Nationals that the US Treasury publishes (some 30 MB, of which about a thousand
/// addresses concern us), in one forward walk that keeps nothing but those: https://ofac.treasury.gov/sanctions-list-service.
/// </summary>
public static class SanctionsListReader
{
    private const string AddressType = "Digital Currency Address - ";
    private const int LongestAddress = 200;
    private const int LongestName = 300;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 300_000_000,
    };

    public static SanctionsReading Read(Stream body)
    {
        try
        {
            using var reader = XmlReader.Create(body, Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "sdnList")
            {
                return new SanctionsReading(null, $"the root element is <{reader.LocalName}>, not <sdnList>");
            }

            var list = Walk(reader);
            // A list without a single address is a broken one: the diff must not take it for a clearance.
            return list.Addresses.Count == 0 ? new SanctionsReading(null, "lists no digital currency address") : new SanctionsReading(list, null);
        }
        catch (XmlException e)
        {
            return new SanctionsReading(null, $"no whole list: {e.Message}");
        }
    }

    private static SanctionsList Walk(XmlReader reader)
    {
        DateTimeOffset? published = null;
        var found = new Dictionary<string, SanctionedAddress>(StringComparer.Ordinal);
        var person = new Person();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "sdnEntry")
            {
                foreach (var address in person.Addresses)
                {
                    found.TryAdd(address.Text, new SanctionedAddress(address.Text, address.Currency, person.Name, [.. person.Programs]));
                }

                person = new Person();
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                published ??= reader.LocalName == "Publish_Date" ? Date(reader.ReadString()) : null;
                Take(reader, person);
            }
        }

        return new SanctionsList(published, [.. found.Values]);
    }

    /// <summary>Names of aliases and addresses stand deeper than the entry's own and are passed over.</summary>
    private static void Take(XmlReader reader, Person person)
    {
        switch (reader.LocalName)
        {
            case "lastName" when reader.Depth == 2:
                person.LastName = reader.ReadString();
                break;
            case "firstName" when reader.Depth == 2:
                person.FirstName = reader.ReadString();
                break;
            case "program":
                person.Programs.Add(Short(reader.ReadString(), 40));
                break;
            case "idType":
                person.IdType = reader.ReadString().Trim();
                break;
            case "idNumber" when person.IdType?.StartsWith(AddressType, StringComparison.OrdinalIgnoreCase) == true:
                var address = reader.ReadString().Trim();
                if (address.Length is > 0 and <= LongestAddress && !address.Any(char.IsWhiteSpace))
                {
                    person.Addresses.Add((address, Short(person.IdType[AddressType.Length..], 20)));
                }

                break;
        }
    }

    private static string Short(string text, int most) => HtmlText.Collapse(text.Length > most ? text[..most] : text);

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private sealed class Person
    {
        public string? LastName { get; set; }

        public string? FirstName { get; set; }

        public string? IdType { get; set; }

        public List<string> Programs { get; } = [];

        public List<(string Text, string Currency)> Addresses { get; } = [];

        public string Name => Short($"{FirstName} {LastName}", LongestName);
    }
}
