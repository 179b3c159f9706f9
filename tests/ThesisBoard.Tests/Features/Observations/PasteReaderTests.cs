using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Observations;
using Xunit;

namespace ThesisBoard.Tests.Features.Observations;

public sealed class PasteReaderTests
{
    private static readonly BoardContent Board = new(
        new()
        {
            Slug = "miner", Title = "Miner", Issuer = new() { Name = "Miner" },
            Metrics =
            [
                new() { Key = "debt", Title = "Long-term debt", Unit = Unit.Usd },
                new() { Key = "sold", Title = "Bitcoin sold", Unit = Unit.Btc },
                new() { Key = "twice", Title = "Twice", Unit = Unit.Usd, Formula = "debt + debt" },
            ],
        },
        new()
        {
            Sources = [new() { Key = "release", Kind = SourceKind.PressRelease, Grade = Grade.CompanyRelease, Title = "The release", Publisher = "Wire", Published = new(new(2026, 5, 31)) }],
            Observations = [new() { Key = "debt-1", Metric = "debt", Period = Period.At(new(2025, 12, 31)), Value = Quantity.Usd(557_600_000), Source = "release" }],
        });

    [Fact]
    public void Two_columns_from_a_spreadsheet_are_period_and_value()
    {
        var pasted = Read("2026-03\t$30.6M\n2026-06-30\t(5)\n", new("debt", "release"));

        Assert.Equal([Quantity.Usd(30_600_000), Quantity.Usd(-5)], pasted.Good.Select(r => r.Observation!.Value));
        Assert.Equal(Period.At(new(2026, 3, 31)), pasted.Good[0].Observation!.Period); // debt is a balance: a month means its end
    }

    [Fact]
    public void A_header_sets_the_columns_in_any_order()
    {
        var pasted = Read("Value,Period,Metric,Source,Note,Restates\n\"2,000\",2026-03,Bitcoin sold,The release,\"about, rounded\",yes\n");

        var figure = Assert.Single(pasted.Good).Observation!;
        Assert.Equal((Quantity.Btc(2_000), "about, rounded", true), (figure.Value, figure.Note, figure.Restates));
        Assert.Equal(Period.Month(new(2026, 3, 1)), figure.Period);
    }

    [Fact]
    public void Every_bad_row_is_named_with_all_that_is_wrong_and_the_good_ones_stay_good()
    {
        var pasted = Read("nothing\t2026-13\tabc\t\tnowhere\nsold\t2026-02\t4,451 BTC\t\trelease\ntwice\t2026-02-28\t1\tUSD\trelease\ndebt\t2026-02-28\t1\tBTC\trelease\ndebt\t2025-12-31\t557600000\tUSD\trelease");

        Assert.Equal([1, 3, 4, 5], pasted.Bad.Select(r => r.Line));
        Assert.Equal(4, pasted.Bad[0].Problems.Count);
        Assert.Contains("formula", pasted.Bad[1].Problems[0], StringComparison.Ordinal);
        Assert.Contains("measured in USD", pasted.Bad[2].Problems[0], StringComparison.Ordinal);
        Assert.Contains("on file already", pasted.Bad[3].Problems[0], StringComparison.Ordinal);
        Assert.Equal(Quantity.Btc(4_451), Assert.Single(pasted.Good).Observation!.Value);
    }

    [Fact]
    public void Rows_of_one_period_get_names_of_their_own()
    {
        var pasted = Read("2026-03-31\t1\n2026-03-31\t2", new("debt", "release"));

        Assert.Equal(2, pasted.Good.Select(r => r.Observation!.Key).Distinct().Count());
    }

    [Fact]
    public void Too_many_rows_are_refused_as_a_whole()
    {
        var pasted = Read(string.Concat(Enumerable.Repeat("2026-03-31\t1\n", PasteReader.MaxRows + 1)), new("debt", "release"));

        Assert.Empty(pasted.Rows);
        Assert.Contains("at most 5,000", pasted.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\"unclosed\t\n1")]
    [InlineData("\0\0\0")]
    [InlineData("<script>alert(1)</script>")]
    public void Any_text_is_read_without_an_exception(string text) => Assert.Empty(Read(text).Good);

    private static Pasted Read(string text, PasteDefaults? defaults = null) => PasteReader.Read(text, defaults ?? new(), Board);
}
