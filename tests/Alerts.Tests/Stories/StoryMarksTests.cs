using System.Text.Json;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Tests.Stories;

public sealed class StoryMarksTests
{
    [Fact]
    public void Every_kind_of_particular_is_read_as_it_was_written()
    {
        var marks = StoryMarks.None with { Particulars = [.. Enum.GetValues<ParticularKind>().Select(kind => new Particular(kind, "x"))], DaysTold = ["03-25"] };
        var read = JsonSerializer.Deserialize<StoryMarks>(JsonSerializer.Serialize(marks, MessageJson.Rows), MessageJson.Rows)!;

        Assert.Equal(marks.Particulars, read.Particulars);
        Assert.Equal(marks.DaysTold, read.DaysTold);
    }

    [Theory]
    [InlineData("invented")]
    [InlineData("99")]
    public void A_kind_that_a_newer_instance_wrote_is_left_out_and_the_rest_is_read(string kind)
    {
        var row = JsonSerializer.Serialize(StoryMarks.None with { Particulars = [new Particular(ParticularKind.CountedBy, "Elliptic"), new Particular(ParticularKind.Year, "2025")] }, MessageJson.Rows);
        var read = JsonSerializer.Deserialize<StoryMarks>(row.Replace("countedBy", kind, StringComparison.Ordinal), MessageJson.Rows)!;

        Assert.Contains("countedBy", row, StringComparison.Ordinal);
        Assert.Equal([new Particular(ParticularKind.Year, "2025")], read.Particulars);
    }
}
