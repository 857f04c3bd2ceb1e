using System.Globalization;
using Alerts.Core.Hits.Trials;
using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Pages.Subscribing;

/// <summary>A topic as a form holds it: text, so that what was entered wrongly can be shown again.</summary>
public sealed record OwnTopicForm(string Name = "", string Text = "", int Days = OwnTopics.DefaultDays)
{
    public static IReadOnlyList<int> OfferedDays { get; } = [7, 30, 90];

    public static OwnTopicForm Read(IFormCollection form) => new(
        form["name"].ToString(),
        form["text"].ToString().ReplaceLineEndings("\n"),
        int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && OfferedDays.Contains(days) ? days : OwnTopics.DefaultDays);
}
