using System.ComponentModel;
using Alerts.Core.Delivery;

namespace Alerts.Web.Api;

/// <param name="Counts">All that there are, by queue, the filter aside.</param>
public sealed record DeadLetterListing(IReadOnlyList<DeadLetter> Items, [property: Description("About how many dead letters each queue has, whatever was asked for.")] IReadOnlyDictionary<string, int> Counts);
