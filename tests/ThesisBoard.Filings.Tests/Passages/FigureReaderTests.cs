using ThesisBoard.Filings.Passages;

namespace ThesisBoard.Filings.Tests.Passages;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("US$30.6 million", "30600000 USD -5")]
    [InlineData("$305 million", "305000000 USD -6")]
    [InlineData("US $1,234", "1234 USD 0")]
    [InlineData("$0.41", "0.41 USD 2")]
    [InlineData("RMB214.5 million", "214500000 CNY -5")]
    [InlineData("RMB 2 billion", "2000000000 CNY -9")]
    [InlineData("CNY 300", "300 CNY 0")]
    [InlineData("HK$5.5m", "5500000 HKD -5")]
    [InlineData("€12 thousand", "12000 EUR -3")]
    [InlineData("USD 4.25 billion", "4250000000 USD -7")]
    [InlineData("4,451 BTC", "4451 BTC 0")]
    [InlineData("4,451 Bitcoin", "4451 BTC 0")]
    [InlineData("1,025.69 bitcoins", "1025.69 BTC 2")]
    [InlineData("50 MW", "50 MW 0")]
    [InlineData("50MW", "50 MW 0")]
    [InlineData("1.5 GW", "1500 MW -2")]
    [InlineData("2 gigawatts", "2000 MW -3")]
    [InlineData("37.01 EH/s", "37.01 EH/s 2")]
    [InlineData("500 PH/s", "0.5 EH/s 3")]
    [InlineData("25%", "0.25 1 2")]
    [InlineData("94.5 percent", "0.945 1 3")]
    [InlineData("12 per cent", "0.12 1 2")]
    [InlineData("1,024 GPUs", "1024 GPU 0")]
    [InlineData("10,000 NVIDIA H100 GPUs", "10000 GPU 0")]
    [InlineData("$81,072 per Bitcoin", "81072 USD/BTC 0")]
    [InlineData("US$0.12 per ordinary share", "0.12 USD/share 2")]
    [InlineData("US$(30.6) million", "-30600000 USD -5")]
    [InlineData("$(1,200)", "-1200 USD 0")]
    [InlineData("-$5.0 million", "-5000000 USD -5")]
    [InlineData("net loss of US$452.8 million", "-452800000 USD -5")]
    [InlineData("Net loss was $12 thousand", "-12000 USD -3")]
    [InlineData("net loss of $5 million, compared with net income of $3 million", "-5000000 USD -6|3000000 USD -6")]
    [InlineData("RMB214.5 million (US$30.6 million)", "214500000 CNY -5|30600000 USD -5")]
    [InlineData("$30-$35 million", "30000000 USD -6|35000000 USD -6")]
    [InlineData("between 30 and 35 MW", "30 MW 0|35 MW 0")]
    [InlineData("US$1.5 million to US$2 million", "1500000 USD -5|2000000 USD -6")]
    [InlineData("US$900 thousand to US$2 million", "900000 USD -3|2000000 USD -6")]
    [InlineData("50,000 Bitcoin miners", "")]
    [InlineData("12 months, section 1.2.3, page 7 of 20 and Form 20-F", "")]
    [InlineData("123456789012345678901234567890 BTC", "")]
    [InlineData("", "")]
    public void A_figure_is_exact_with_its_unit_and_precision(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', FigureReader.Read(text).Select(f => FormattableString.Invariant($"{f.Value / 1.0000000000000m} {f.Unit} {f.Decimals}"))));

    [Theory]
    [InlineData("approximately $305 million", "approximately")]
    [InlineData("up to 50 MW", "up to")]
    [InlineData("more than US$1 billion", "more than")]
    [InlineData("~100 MW", "~")]
    [InlineData("a total of 100 MW", "")]
    [InlineData("about a total of 100 MW", "about")]
    public void A_word_that_makes_it_inexact_is_kept(string text, string qualifier) => Assert.Equal(qualifier, Assert.Single(FigureReader.Read(text)).Qualifier);

    [Theory]
    [InlineData("Debt was reduced to $30 million", "To")]
    [InlineData("Debt was reduced by $30 million", "Change")]
    [InlineData("a reduction of $30 million", "Change")]
    [InlineData("Revenue amounted to $30 million", "Level")]
    [InlineData("Revenue increased 12% to $30 million", "Change To")]
    [InlineData("a 12% increase", "Change")]
    [InlineData("fell from $40 million to approximately $30 million", "From To")]
    [InlineData("$30 million, compared with $40 million", "Level From")]
    [InlineData("$30 million versus $40 million", "Level From")]
    [InlineData("capacity of 30 to 35 MW", "Low High")]
    [InlineData("expanded from 30 to 35 MW", "From To")]
    [InlineData("decreased to $293.6 million from net sales of $303.5 million", "To From")]
    [InlineData("$44 million, compared with net income of $51 million", "Level From")]
    [InlineData("proceeds of $5 million from 50 MW", "Level Level")]
    public void The_words_around_say_whether_it_is_a_level_or_a_change(string text, string roles) =>
        Assert.Equal(roles, string.Join(' ', FigureReader.Read(text).Select(f => f.Role)));

    [Theory]
    [InlineData("as of March 31, 2026", "2026-03-31")]
    [InlineData("at 31 March 2026", "2026-03-31")]
    [InlineData("on Dec. 31, 2025", "2025-12-31")]
    [InlineData("on 2026-03-31", "2026-03-31")]
    [InlineData("three months ended June 30, 2026", "2026-04-01/2026-06-30")]
    [InlineData("the nine-month period ended September 30, 2025", "2025-01-01/2025-09-30")]
    [InlineData("three months ended March 31, 2026 and 2025", "2026-01-01/2026-03-31 2025-01-01/2025-03-31")]
    [InlineData("December 31, 2025 and 2024", "2025-12-31 2024-12-31")]
    [InlineData("quarter ended February 29, 2024", "2023-12-01/2024-02-29")]
    [InlineData("13 weeks ended May 3, 2025", "2025-02-02/2025-05-03")]
    [InlineData("39-week fiscal period ended November 2, 2024", "2024-02-04/2024-11-02")]
    [InlineData("13-week fiscal quarter ended November 2, 2024", "2024-08-04/2024-11-02")]
    [InlineData("fiscal years ended June 30, 2022 and 2021", "2021-07-01/2022-06-30 2020-07-01/2021-06-30")]
    [InlineData("fiscal year ended June 30, 2025", "2024-07-01/2025-06-30")]
    [InlineData("half-year ended June 30, 2026", "2026-01-01/2026-06-30")]
    [InlineData("first quarter of 2026", "2026-01-01/2026-03-31")]
    [InlineData("Q4 2025", "2025-10-01/2025-12-31")]
    [InlineData("second half of fiscal year 2025", "2025-07-01/2025-12-31")]
    [InlineData("first nine months of 2025", "2025-01-01/2025-09-30")]
    [InlineData("in February 2026", "2026-02-01/2026-02-28")]
    [InlineData("at the end of February 2026", "2026-02-28")]
    [InlineData("from January 1, 2026 to March 31, 2026", "2026-01-01/2026-03-31")]
    [InlineData("in 2025", "2025-01-01/2025-12-31")]
    [InlineData("full year 2025", "2025-01-01/2025-12-31")]
    [InlineData("the end of 2025", "2025-12-31")]
    [InlineData("February 30, 2026", "")]
    [InlineData("it may 31 2026", "")]
    [InlineData("for 2000 Bitcoin", "")]
    public void A_period_in_prose_is_its_days(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', FigureReader.Periods(text).Select(p => p.Period)));

    [Fact]
    public void Quarters_follow_the_fiscal_year() =>
        Assert.Equal("2025-07-01/2025-09-30", FigureReader.Periods("first quarter of fiscal 2026", fiscalYearEndMonth: 6)[0].Period.ToString());

    [Theory]
    [InlineData("As of March 31, 2026, debt was $30 million, compared with $40 million as of December 31, 2025.", "2026-03-31 2025-12-31")]
    [InlineData("Debt was reduced to $30 million as of March 31, 2026, from $40 million.", "2026-03-31 ")]
    [InlineData("The Company sold 4,451 Bitcoin for approximately $305 million in February 2026.", "2026-02-01/2026-02-28 2026-02-01/2026-02-28")]
    [InlineData("Revenue was $5 million and $4 million in 2025 and Q1 2026, respectively.", "2025-01-01/2025-12-31 2026-01-01/2026-03-31")]
    [InlineData("Revenue was $5 million and $4 million in 2025, respectively.", " ")]
    [InlineData("Cash flow was $535 or 7.5% in 2022, compared to $945 or 12.9% in 2021.", "2022-01-01/2022-12-31 2022-01-01/2022-12-31 2021-01-01/2021-12-31 2021-01-01/2021-12-31")]
    [InlineData("One was issued on August 27, 2020 with an amount of $10 million and the other was issued on September 18, 2020 with an amount of $15 million.", "2020-08-27 2020-09-18")]
    [InlineData("Notes of January 2, 2022, March 9, 2022 and April 14, 2022 brought $3 million.", "")]
    [InlineData("During the periods July 1, 2023 to July 21, 2023 and January 1, 2023 to July 21, 2023, it was $2 million and $1 million, respectively.", "2023-07-01/2023-07-21 2023-01-01/2023-07-21")]
    [InlineData("The Company holds $500 million of senior notes due in December 2028.", "")]
    public void A_figure_has_the_period_that_the_sentence_gives_it(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', FigureReader.Read(text).Select(f => f.Period?.ToString())));

    [Fact]
    public void Positions_and_text_are_of_the_given_text()
    {
        const string text = "Debt of approximately US$(30.6) million, and 4,451 Bitcoin.";
        Assert.Equal(["US$(30.6) million", "4,451 Bitcoin"], FigureReader.Read(text).Select(f => f.Text));
        Assert.All(FigureReader.Read(text), f => Assert.Equal(f.Text, text.Substring(f.Start, f.Length)));
    }

    [Fact]
    public void A_row_of_a_table_keeps_bare_numbers_and_accountants_brackets()
    {
        var figures = FigureReader.Read("Net change\t(1,234.5)\t$ (20,000)\t17\t2025");
        Assert.Equal([(-1234.5m, ""), (-20000m, "")], figures.Select(f => (f.Value, f.Unit)));
    }
}
