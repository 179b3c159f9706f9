using System.Diagnostics;
using CsCheck;
using ThesisBoard.Filings.Passages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests.Passages;

public sealed class PassageFinderTests
{
    private const string Debt = "Long-term debt was reduced to US$30.6 million as of March 31, 2026, from US$557.6 million as of December 31, 2025.";

    [Fact]
    public void The_sentence_on_debt_gives_both_figures_each_with_its_own_day()
    {
        var passage = Assert.Single(PassageFinder.Find(Text("Cango Inc. reports results.\n" + "It went well. " + Debt + " More follows.")));
        Assert.Equal((PassageTopic.Debt, Debt, PassageDoubt.None), (passage.Topic, passage.Text, passage.Doubt));
        Assert.Equal(
            [(30_600_000m, "USD", FigureRole.To, "2026-03-31"), (557_600_000m, "USD", FigureRole.From, "2025-12-31")],
            passage.Figures.Select(f => (f.Value, f.Unit, f.Role, f.Period.ToString()!)));
        Assert.Equal("2026-03-31", passage.Period.ToString());
        Assert.Equal("long term debt", Assert.Single(passage.Why).Term);
    }

    [Fact]
    public void A_release_of_a_miner_is_read_topic_by_topic()
    {
        const string release =
            "Bitcoin mined: The Company produced a total of 1,227.4 BTC in the first quarter of 2026, compared with 1,541 BTC in the fourth quarter of 2025.\n"
            + "As of March 31, 2026, the Company held 1,025.69 Bitcoin, down from 7,528.3 Bitcoin as of December 31, 2025.\n"
            + "Total revenues for the first quarter of 2026 were RMB1,001.2 million (US$138.0 million).\n"
            + "Net loss for the three months ended March 31, 2026 was US$261.1 million, compared with a net income of US$37.3 million for the same period of 2025.\n"
            + "Our 50 MW site in Georgia hosts the first deployment.";
        Assert.Equal(
            [
                "BitcoinProduced 1227.4 BTC Level 2026-01-01/2026-03-31, 1541 BTC From 2025-10-01/2025-12-31",
                "BitcoinHeld 1025.69 BTC Level 2026-03-31, 7528.3 BTC From 2025-12-31",
                "Revenue 1001200000 CNY Level 2026-01-01/2026-03-31, 138000000 USD Level 2026-01-01/2026-03-31",
                "NetIncome -261100000 USD Level 2026-01-01/2026-03-31, 37300000 USD From ",
                "PowerCapacity 50 MW Level ",
            ],
            PassageFinder.Find(Text(release)).Select(p => $"{p.Topic} " + string.Join(", ", p.Figures.Select(f => FormattableString.Invariant($"{f.Value} {f.Unit} {f.Role} {f.Period}")))));
    }

    [Fact]
    public void Bitcoin_sold_gives_coins_and_money()
    {
        var passage = Assert.Single(PassageFinder.Find(Text("In February 2026, the Company sold 4,451 Bitcoin for approximately $305 million.")));
        Assert.Equal(PassageTopic.BitcoinSold, passage.Topic);
        Assert.Equal([(4_451m, "BTC", ""), (305_000_000m, "USD", "approximately")], passage.Figures.Select(f => (f.Value, f.Unit, f.Qualifier)));
        Assert.Equal("2026-02-01/2026-02-28", passage.Period.ToString());
        Assert.Equal(["sold", "bitcoin"], passage.Why.Select(w => w.Term));
    }

    [Theory]
    [InlineData("The notes mature on June 30, 2028 and the loan is repayable in full.", PassageTopic.Maturity)]
    [InlineData("Interest expense was US$3.1 million.", PassageTopic.Interest)]
    [InlineData("The Company held 1,025.69 BTC in its treasury.", PassageTopic.BitcoinHeld)]
    [InlineData("The Company produced 454.83 Bitcoin in March 2026.", PassageTopic.BitcoinProduced)]
    [InlineData("The Georgia site has a capacity of 50 MW.", PassageTopic.PowerCapacity)]
    [InlineData("We installed 1,024 GPUs.", PassageTopic.Gpus)]
    [InlineData("We signed an agreement with our first customer.", PassageTopic.Customers)]
    [InlineData("Capital expenditures were $12 million.", PassageTopic.CapitalSpending)]
    [InlineData("An impairment of mining machines of US$81.4 million was recognised.", PassageTopic.Impairment)]
    [InlineData("Total revenues were US$688.1 million.", PassageTopic.Revenue)]
    [InlineData("Net loss was US$452.8 million.", PassageTopic.NetIncome)]
    [InlineData("Cash and cash equivalents were US$5.1 million.", PassageTopic.Cash)]
    [InlineData("There is substantial doubt about our ability to continue as a going concern.", PassageTopic.Liquidity)]
    public void Every_topic_has_a_sentence_that_speaks_to_it(string sentence, PassageTopic topic) =>
        Assert.Contains(PassageFinder.Find(Text(sentence)), p => p.Topic == topic && p.Doubt == PassageDoubt.None);

    [Theory]
    [InlineData("Bitcoin is sold on many exchanges.")]
    [InlineData("The Company has long-term debt.")]
    [InlineData("Our customers value us.")]
    [InlineData("Contracts with customers have a duration of a year.")]
    [InlineData("Marketable debt securities of $13 million were sold.")]
    [InlineData("Cost of revenue was $13 million.")]
    [InlineData("Chapter 12 of the report has 30 pages.")]
    public void Words_without_anything_to_check_are_left_out(string sentence) => Assert.Empty(PassageFinder.Find(Text(sentence)));

    [Fact]
    public void Intentions_rows_and_boilerplate_are_marked_and_come_last()
    {
        var passages = PassageFinder.Find(Text(
            "Safe Harbor Statement\nThe loan of US$1 million stays. Our debt may be US$9 million.\nResults\nWe expect debt of US$2 million.\n" + Debt, "Long-term debt\t30,600\t557,600"));
        Assert.Equal([PassageDoubt.None, PassageDoubt.Intention, PassageDoubt.TableRow, PassageDoubt.Boilerplate, PassageDoubt.Boilerplate], passages.Select(p => p.Doubt));
        Assert.All(passages[2].Figures, f => Assert.Equal("", f.Unit));
    }

    [Fact]
    public void A_bare_amount_in_a_document_of_millions_is_doubted()
    {
        var passages = PassageFinder.Find(Text("(Dollars in millions)\nInterest expense was $106 in 2022. Interest expense was $106 million in 2022."));
        Assert.Equal([PassageDoubt.None, PassageDoubt.Scale], passages.Select(p => p.Doubt));
    }

    [Fact]
    public void Abbreviations_end_no_sentence() =>
        Assert.Equal("Cango Inc. Ltd. repaid debt of U.S. $5.5 million to Bank No. 5.", Assert.Single(PassageFinder.Find(Text("Cango Inc. Ltd. repaid debt of U.S. $5.5 million to Bank No. 5. Good."))).Text);

    [Theory]
    [InlineData("1")]
    [InlineData("1,")]
    [InlineData("US$1 to ")]
    [InlineData("from $1 million as of March 31, 2026 ")]
    [InlineData("((((")]
    [InlineData("debt bitcoin sold $1 ")]
    [InlineData("\t1.5")]
    [InlineData("first nine ")]
    [InlineData("debt. ")]
    [InlineData("more than ")]
    public void Ten_megabytes_of_one_block_take_time_in_proportion(string unit)
    {
        var small = Repeat(unit, 500_000);
        var large = Repeat(unit, 10_000_000);
        PassageFinder.Find(small);
        var watch = Stopwatch.StartNew();
        PassageFinder.Find(small);
        var first = watch.Elapsed;
        watch.Restart();
        PassageFinder.Find(large);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, Math.Max(10, first.TotalSeconds * 20 * 5));
    }

    [Fact]
    public void Any_text_is_read_and_every_position_is_right() => Gen.OneOf(
            Gen.String[0, 200],
            Gen.Int[0, 29].Array[0, 60].Select(words => string.Concat(words.Select(w => Words[w]))))
        .Sample(text =>
        {
            text = text.ReplaceLineEndings(" ");
            foreach (var passage in PassageFinder.Find(Text(text)))
            {
                Assert.Equal(passage.Text, text.Substring(passage.Start, passage.Length));
                Assert.All(passage.Figures, f => Assert.Equal(f.Text, text.Substring(f.Start, f.Length)));
                Assert.All(passage.Figures, f => Assert.True(f.Start >= passage.Start && f.End <= passage.Start + passage.Length));
                Assert.All(passage.Why, w => Assert.True(w.Start >= passage.Start && w.Start + w.Length <= passage.Start + passage.Length));
            }
        }, iter: 20_000);

    private static readonly string[] Words =
    [
        "debt ", "US$", "$", "(", ")", "30.6", "4,451", " million", " billion ", "BTC ", " Bitcoin ", "sold ", "from ", "to ", "and ", "between ", "-", "\u2013", "March ", "31", ", ", "2026 ", "months ended ", "three ", "net loss of ",
        "%", ". ", "first quarter of ", "RMB", "MW ",
    ];

    private static FilingText Repeat(string unit, int length) => Text(string.Concat(Enumerable.Repeat(unit, length / unit.Length)));

    private static FilingText Text(string paragraphs, params string[] rows)
    {
        var text = string.Join('\n', [.. paragraphs.Split('\n'), .. rows]) + "\n";
        var blocks = new List<TextBlock>();
        var start = 0;
        foreach (var line in text.Split('\n')[..^1])
        {
            blocks.Add(new(rows.Contains(line) ? TextBlockKind.TableRow : TextBlockKind.Paragraph, start, line.Length));
            start += line.Length + 1;
        }

        return new(text, blocks);
    }
}
