using ThesisBoard.Filings.Passages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests.Passages;

/// <summary>Scale, currency and period of a row's figures out of the heading of its table, and only where that is plain.</summary>
public sealed class TableHeadingTests
{
    [Theory]
    [InlineData("(in thousands)")]
    [InlineData("(Amounts in Thousands Except Per Share Amounts)")]
    [InlineData("Expressed in thousands of U.S. dollars")]
    [InlineData("US$ in thousands")]
    [InlineData("US$'000")]
    [InlineData("$’000s")]
    public void A_scale_in_the_line_before_a_table_or_in_its_first_row_applies_to_its_rows(string says)
    {
        const string expected = "30600000 USD 2026-03-31, 557600000 USD 2025-12-31";
        var columns = Row("", "March 31, 2026", "December 31, 2025");
        Assert.Equal(expected, Debt($"<p>{says}</p><table>{columns}{Row("Long-term debt", "$ 30,600", "$ 557,600")}</table>"));
        Assert.Equal(expected, Debt($"<table>{Row(says)}{columns}{Row("Long-term debt", "$30,600", "557,600")}</table>"));
        Assert.Equal(expected, Debt($"<table>{Row(says, "March 31, 2026", "December 31, 2025")}{Row("Long-term debt", "$30,600", "$557,600")}</table>"));
    }

    [Theory]
    [InlineData("(in millions)", "30.6", "30600000 USD 2026-03-31")]
    [InlineData("(in billions of US dollars)", "0.0306", "30600000 USD 2026-03-31")]
    [InlineData("(RMB in thousands)", "512", "512000 CNY 2026-03-31")]
    [InlineData("(in thousands of Canadian dollars)", "1,024", "1024000 CAD 2026-03-31")]
    [InlineData("(€ millions)", "7", "7000000 EUR 2026-03-31")]
    public void Each_scale_and_currency_is_known(string says, string amount, string expected) =>
        Assert.Equal(expected, Debt($"<p>{says}</p><table>{Row("", "March 31, 2026")}{Row("Total assets", says.Contains("millions)", StringComparison.Ordinal) && says[1] == 'i' ? "$9" : "9")}{Row("Long-term debt", amount)}</table>"));

    [Theory]
    [InlineData("(unaudited)")]
    [InlineData("We had $3 millions of it in 2025")]
    [InlineData("(in thousands) and (in millions)")]
    [InlineData("(RMB and US$ in thousands)")]
    public void Where_no_scale_or_more_than_one_is_stated_the_figures_stay_as_printed(string says) =>
        Assert.Equal("30600  , 557600  ", Debt($"<p>{says}</p><table>{Row("", "March 31, 2026", "December 31, 2025")}{Row("Long-term debt", "30,600", "557,600")}</table>"));

    [Fact]
    public void A_scale_is_not_taken_over_from_another_table_or_from_prose_far_away()
    {
        var first = $"<p>(in thousands)</p><table>{Row("", "2026", "2025")}{Row("Assets", "$1,000", "$2,000")}</table>";
        var second = $"<table>{Row("", "March 31, 2026", "December 31, 2025")}{Row("Long-term debt", "$30,600", "$557,600")}</table>";
        Assert.Equal("30600  , 557600  ", Debt(first + second));
        Assert.Equal("30600  , 557600  ", Debt($"<p>Our figures are in thousands of dollars wherever the text does not say otherwise.</p>{second}"));
    }

    [Fact]
    public void Rows_that_count_something_or_give_a_share_and_rows_that_the_heading_excepts_are_not_scaled()
    {
        var passages = Find($"<p>(in thousands, except GPUs, hash rate and headcount)</p><table>{Row("", "March 31, 2026")}{Row("Net loss", "$(261,100)")}{Row("Net loss per share", "$(1.25)")}{Row("Bitcoin held at period end", "1,025.69")}{Row("Loan-to-value headcount of debt", "1,000")}</table>");
        Assert.Equal(["NetIncome -261100000 USD", "NetIncome -1.25 ", "BitcoinHeld 1025.69 ", "Debt 1000 "], passages.OrderBy(p => p.Start).Where(p => p.Figures.Count > 0).Select(p => FormattableString.Invariant($"{p.Topic} {p.Figures[0].Value} {p.Figures[0].Unit}")));
    }

    [Fact]
    public void A_loss_printed_without_brackets_has_no_sign_that_could_be_told() =>
        Assert.Equal("", Assert.Single(Find($"<p>(in thousands)</p><table>{Row("", "March 31, 2026")}{Row("Net loss", "$261,100")}</table>")).Figures[0].Unit);

    [Fact]
    public void Columns_have_currencies_of_their_own()
    {
        var table = $"<p>(in thousands)</p><table>{Row("", "December 31, 2025", "March 31, 2026", "March 31, 2026")}{Row("", "RMB", "RMB", "US$")}{Row("Long-term debt", "4,000,000", "220,000", "30,600")}</table>";
        Assert.Equal("4000000000 CNY 2025-12-31, 220000000 CNY 2026-03-31, 30600000 USD 2026-03-31", Debt(table));
    }

    [Theory]
    [InlineData("Three Months Ended March 31,", "2026|2025", "2026-01-01/2026-03-31, 2025-01-01/2025-03-31")]
    [InlineData("Year Ended December 31,", "2025|2024", "2025-01-01/2025-12-31, 2024-01-01/2024-12-31")]
    [InlineData("Three Months Ended|Six Months Ended", "June 30, 2026|June 30, 2025|June 30, 2026|June 30, 2025", "2026-04-01/2026-06-30, 2025-04-01/2025-06-30, 2026-01-01/2026-06-30, 2025-01-01/2025-06-30")]
    [InlineData("Thirteen Weeks Ended", "November 2, 2024|October 28, 2023", "2024-08-04/2024-11-02, 2023-07-30/2023-10-28")]
    [InlineData("Thirteen Weeks Ended|Thirty-Nine Weeks Ended", "November 2, 2024|November 2, 2024", "2024-08-04/2024-11-02, 2024-02-04/2024-11-02")]
    [InlineData("Three Months Ended", "March 29, 2025|March 30, 2024", "2024-12-29/2025-03-29, 2023-12-31/2024-03-30")] // a year of 52 weeks
    [InlineData("March 31,|December 31,", "2026|2025", "2026-03-31, 2025-12-31")]
    [InlineData("As of", "March 31, 2026|December 31, 2025", "2026-03-31, 2025-12-31")]
    [InlineData("Three Months Ended|Year Ended", "March 31, 2026|March 31, 2025|December 31, 2025|December 31, 2024", "?, ?, ?, ?")] // which of them stands over which is open
    [InlineData("Three Months Ended", "March 31, 2026|Change", "2026-01-01/2026-03-31, ?")]
    public void Columns_are_about_what_their_headings_say(string above, string columns, string expected)
    {
        var cells = columns.Split('|');
        var table = $"<p>(in thousands)</p><table>{Row(["", .. above.Split('|')])}{Row(["", .. cells])}{Row(["Long-term debt", .. cells.Select(_ => "$1,000")])}</table>";
        var passage = Assert.Single(Find(table));
        Assert.Equal(expected, string.Join(", ", passage.Figures.Select(f => f.Period?.ToString() ?? "?")));
        Assert.Equal(expected.Contains('?', StringComparison.Ordinal) ? PassageDoubt.TableRow : PassageDoubt.HeadedRow, passage.Doubt);
        Assert.Equal("(in thousands)", passage.Heading);
    }

    [Fact]
    public void The_reason_is_the_brackets_or_the_cell_that_names_the_scale()
    {
        var row = Row("Long-term debt", "$1,000");
        Assert.Equal("(dollars in millions)", Assert.Single(Find($"<p>The table shows debt (dollars in millions):</p><table>{Row("", "2026")}{row}</table>")).Heading);
        Assert.Equal("Dollars in millions", Assert.Single(Find($"<table>{Row("Dollars in millions", "2026", "2025")}{Row("Long-term debt", "$1,000", "$900")}</table>")).Heading);
    }

    [Fact]
    public void A_selection_in_a_row_is_read_with_the_heading_too()
    {
        var text = Sample.Text($"<html><p>(in thousands)</p><table>{Row("", "March 31, 2026")}{Row("Long-term debt", "$30,600")}</table>");
        var figure = Assert.Single(FigureReader.Read(text, text.Blocks[^1]));
        Assert.Equal((30_600_000m, "USD", -3, "2026-03-31"), (figure.Value, figure.Unit, figure.Decimals, figure.Period.ToString()!));
        Assert.Equal(figure.Text, text.Text.Substring(figure.Start, figure.Length));
    }

    [Fact]
    public void Whatever_is_left_out_is_counted()
    {
        var many = string.Concat(Enumerable.Repeat("<p>Long-term debt was $1 million.</p>", PassageFinder.MaxPassages + 7));
        var found = Find(many);
        Assert.Equal((PassageFinder.MaxPassages, 7), (found.Count, found.More));
    }

    private static string Debt(string html) =>
        string.Join(", ", Find(html).Where(p => p.Topic == PassageTopic.Debt && p.Text.StartsWith("Long-term", StringComparison.Ordinal)).SelectMany(p => p.Figures)
            .Select(f => FormattableString.Invariant($"{f.Value:0.####} {f.Unit} {(f.Unit.Length > 0 ? f.Period : null)}")));

    private static FoundPassages Find(string html) => PassageFinder.Find(Sample.Text("<html><body>" + html));

    private static string Row(params IEnumerable<string> cells) => $"<tr>{string.Concat(cells.Select(c => $"<td>{c}</td>"))}</tr>";
}
