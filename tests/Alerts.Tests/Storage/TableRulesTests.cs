using Alerts.Core.Messaging;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Fakes;
using Azure.Core;
using Azure.Data.Tables;

namespace Alerts.Tests.Storage;

/// <summary>The rules of the real service that the emulator does not enforce.</summary>
public sealed class TableRulesTests
{
    [Theory]
    [InlineData("dprk-crypto", "dprk-crypto")]
    [InlineData("a.b", "a!2Eb")]
    [InlineData("/\\#?", "!2F!5C!23!3F")]
    [InlineData("tab\there\u0085", "tab!09here!C2!85")]
    [InlineData("해킹", "!ED!95!B4!ED!82!B9")]
    [InlineData("!21", "!2121")]
    public void A_part_of_a_key_has_only_what_the_service_takes(string part, string key) => Assert.Equal(key, TableKey.Escape(part));

    [Fact]
    public void Any_text_makes_a_part_of_a_key_of_its_own_that_is_short_enough()
    {
        string[] texts = ["", "!", "!!", new string('k', 150), new string('k', 151), new string('k', 5_000), new string('해', 60), new string('해', 61)];

        Assert.Equal(texts.Length, texts.Select(TableKey.Escape).Distinct().Count());
        Assert.All(texts.Select(TableKey.Escape), key => Assert.Matches("^[A-Za-z0-9!_-]{1,150}$", key));
    }

    [Fact]
    public void Keys_by_time_sort_the_newest_first_within_and_across_months()
    {
        DateTimeOffset[] oldestFirst = [DateTimeOffset.MinValue, new(1999, 12, 31, 23, 0, 0, TimeSpan.FromHours(-3)), Some.Now, Some.Now.AddTicks(1), Some.Now.AddMonths(1), DateTimeOffset.MaxValue];

        var keys = oldestFirst.Select(at => (TableKey.NewestMonthFirst(at), TableKey.NewestFirst(at))).ToList();

        Assert.Equal(keys.AsEnumerable().Reverse(), keys.OrderBy(key => key.Item1, StringComparer.Ordinal).ThenBy(key => key.Item2, StringComparer.Ordinal));
        Assert.Equal(keys.AsEnumerable().Reverse(), keys.OrderBy(key => key.Item2, StringComparer.Ordinal));
    }

    [Fact]
    public void A_date_that_the_service_does_not_know_becomes_its_first() => Assert.Equal(1601, TableDate.Of(DateTimeOffset.MinValue).Year);

    [Fact]
    public void A_long_text_is_compressed_into_properties_of_at_most_64_kibibytes()
    {
        var dice = new Random(1);
        var text = new string([.. Enumerable.Range(0, 150_000).Select(_ => (char)dice.Next(0x4E00, 0x9FFF))]);
        var row = new TableEntity("p", "r");
        RowPayload.PutText(row, "Text", text);

        var properties = row.Select(property => property.Value).OfType<byte[]>().ToList();
        Assert.All(properties, property => Assert.InRange(property.Length, 1, 65_536));
        Assert.InRange(properties.Count, 2, 10);
        Assert.Equal(text, RowPayload.Text(row, "Text"));
        Assert.InRange(RowSize.Stored(row), 200_000, RowSize.MaxRowBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public void A_short_text_is_a_string_that_can_be_read_in_a_browser(string text)
    {
        var row = new TableEntity("p", "r");
        RowPayload.PutText(row, "Text", text);

        Assert.Equal(text, row["Text"]);
        Assert.Equal(text, RowPayload.Text(row, "Text"));
    }

    [Fact]
    public void A_batch_has_one_partition_no_row_twice_and_at_most_a_hundred_rows()
    {
        var rows = Enumerable.Range(0, 250).Select(number => new TableEntity(number < 205 ? "a" : "b", $"{number}")).Append(new TableEntity("a", "7")).ToList();

        var batches = TableBatches.Of(rows);

        Assert.Equal([100, 100, 5, 45], batches.Select(batch => batch.Count));
        Assert.Equal(Enumerable.Range(0, 250), batches.SelectMany(batch => batch).Order());
        Assert.All(batches, batch => Assert.Single(batch.Select(i => rows[i].PartitionKey).Distinct()));
    }

    [Fact]
    public void A_batch_has_at_most_four_mebibytes_on_the_wire()
    {
        var rows = Enumerable.Range(0, 10).Select(number => new TableEntity("p", $"{number}") { ["Data"] = new byte[900_000] }).ToList();

        Assert.Equal([2, 2, 2, 2, 2], TableBatches.Of(rows).Select(batch => batch.Count));
        Assert.Throws<InvalidOperationException>(() => TableBatches.Of([new TableEntity("p", "r") { ["Data"] = new byte[RowSize.MaxRowBytes] }]));
    }

    [Theory]
    [InlineData("table", "POST", "http://127.0.0.1:1/devstoreaccount1/$batch", "table batch")]
    [InlineData("table", "POST", "https://news.table.core.windows.net/articles", "articles add")]
    [InlineData("table", "GET", "https://news.table.core.windows.net/articles()?$filter=x", "articles query")]
    [InlineData("table", "GET", "http://127.0.0.1:1/devstoreaccount1/articles(PartitionKey='a',RowKey='b')", "articles read")]
    [InlineData("table", "PUT", "http://127.0.0.1:1/devstoreaccount1/articles(PartitionKey='a',RowKey='b')", "articles replace")]
    [InlineData("table", "PATCH", "http://127.0.0.1:1/devstoreaccount1/articles(PartitionKey='a',RowKey='b')", "articles merge")]
    [InlineData("table", "DELETE", "http://127.0.0.1:1/devstoreaccount1/articles(PartitionKey='a',RowKey='b')", "articles delete")]
    [InlineData("queue", "GET", "https://news.queue.core.windows.net/read/messages?numofmessages=32", "read receive")]
    [InlineData("queue", "GET", "http://127.0.0.1:1/devstoreaccount1/read-poison/messages?peekonly=true", "read-poison peek")]
    [InlineData("queue", "POST", "http://127.0.0.1:1/devstoreaccount1/read/messages", "read send")]
    [InlineData("queue", "PUT", "http://127.0.0.1:1/devstoreaccount1/read/messages/id?popreceipt=x", "read extend")]
    [InlineData("queue", "DELETE", "http://127.0.0.1:1/devstoreaccount1/read/messages/id?popreceipt=x", "read delete")]
    [InlineData("queue", "GET", "http://127.0.0.1:1/devstoreaccount1/read?comp=metadata", "read length")]
    [InlineData("queue", "PUT", "http://127.0.0.1:1/devstoreaccount1/read", "read create")]
    public void A_request_is_counted_by_what_it_does(string service, string method, string uri, string operation) =>
        Assert.Equal(operation, CountingPolicy.OperationOf(service, RequestMethod.Parse(method), new Uri(uri)));

    [Theory]
    [InlineData(null, null, "", "No storage is named")]
    [InlineData("UseDevelopmentStorage=true", "news", "", "Remove one")]
    [InlineData("nonsense", null, "", "no connection string")]
    [InlineData(null, "news.table.core.windows.net", "", "no storage account's name")]
    [InlineData(null, "News", "", "no storage account's name")]
    [InlineData("UseDevelopmentStorage=true", null, "1test", "cannot begin a table's name")]
    [InlineData("UseDevelopmentStorage=true", null, "test", null)]
    [InlineData(null, "news123", "", null)]
    public void Options_that_name_no_storage_say_what_to_do(string? connectionString, string? account, string prefix, string? complaint)
    {
        var result = new StorageOptionsValidator().Validate(null, new StorageOptions { ConnectionString = connectionString, AccountName = account, Prefix = prefix });

        Assert.Equal(complaint is null, result.Succeeded);
        Assert.Contains(complaint ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_is_read_by_the_listing_that_wrote_it_and_by_no_other()
    {
        var cursor = PageCursor.Write("hits", "abc|def");

        Assert.Equal("abc|def", PageCursor.Read("hits", cursor));
        Assert.Null(PageCursor.Read("hits", null));
        Assert.Matches("^[A-Za-z0-9_-]+$", cursor);
        foreach (var (listing, garbled) in new[] { ("stories", cursor), ("hit", cursor), ("hits", cursor[2..]), ("hits", cursor + "="), ("hits", "%%%"), ("hits", new string('A', 2_000)), ("hits", PageCursor.Write("hits", "a\nb")) })
        {
            Assert.Throws<InvalidCursorException>(() => PageCursor.Read(listing, garbled));
        }
    }
}
