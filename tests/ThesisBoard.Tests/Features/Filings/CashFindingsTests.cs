using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Metrics;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Filings;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Passages;
using ThesisBoard.Filings.Texts;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>What a filing says of cash, on a board that asks how long it lasts: the words are those of a 10-Q.</summary>
public sealed class CashFindingsTests
{
    private const string Lasts = "The Company expects to have sufficient cash to fund its operating plan through mid-December 2023.";
    private static readonly Period YearEnd = Period.At(new(2022, 12, 31));
    private static readonly Period Day = Period.At(new(2023, 9, 30));
    private static readonly Period Months = Period.Between(new(2023, 1, 1), new(2023, 9, 30));

    [Theory]
    [InlineData("Net cash used in operating activities for the nine months ended September 30, 2023 was $27.1 million, consisting of a net loss of $18.0 million and non-cash items of $10.7 million.", "")]
    [InlineData("As of September 30, 2023, the Company had non-cash items of $10.7 million and a loan of $1.0 million.", "")]
    [InlineData("Net cash provided by financing activities for the nine months ended September 30, 2023 was $44.5 million.", "")]
    [InlineData("Net cash provided by financing activities as of September 30, 2023 was $44.5 million.", "")]
    [InlineData("As of September 30, 2023, the Company had restricted cash of $2.0 million.", "")]
    [InlineData("For the nine months ended September 30, 2023, cash of $5.1 million was raised.", "")]
    [InlineData("As of September 30, 2023, the Company had cash of $5.1 million.", "5100000")]
    public void Only_what_names_the_cash_itself_is_offered_as_cash(string sentence, string amounts) =>
        Assert.Equal(amounts, string.Join(' ', Offered(sentence, Tagged(YearEnd, 9_700_000)).Select(p => FormattableString.Invariant($"{p.Value.Amount:0}"))));

    [Theory]
    [InlineData("As of September 30, 2023, the Company had cash of $5.1 million.", true)]
    [InlineData("For the nine months ended September 30, 2023, cash of $5.1 million was raised.", false)]
    public void A_balance_has_no_duration_and_a_flow_no_single_day(string sentence, bool isAtDay)
    {
        Assert.Equal(isAtDay ? 1 : 0, Offered(sentence, Tagged(Day, 5_100_000)).Count);
        Assert.Equal(isAtDay ? 0 : 1, Offered(sentence, Tagged(Months, 5_100_000)).Count);
    }

    [Fact]
    public void A_figure_is_ticked_by_itself_only_where_the_kind_of_its_metric_is_known()
    {
        const string sentence = "As of September 30, 2023, the Company had cash of $5.1 million.";
        Assert.True(Assert.Single(Offered(sentence, Tagged(Day, 5_100_000))).IsSure);
        Assert.False(Assert.Single(Offered(sentence)).IsSure);
    }

    [Theory]
    [InlineData("$5.1 million", 1)]
    [InlineData("$7.3 million", 0)]
    public void What_a_tagged_fact_of_the_same_period_contradicts_is_not_offered(string amount, int offered) =>
        Assert.Equal(offered, Offered($"As of September 30, 2023, the Company had cash of {amount}.", Tagged(Day, 5_100_000)).Count);

    [Theory]
    [InlineData("$5.1 million", 1)]
    [InlineData("$5.1", 0)] // as filings do: "million" was forgotten
    public void An_amount_that_lost_its_million_is_not_offered(string amount, int offered) =>
        Assert.Equal(offered, Offered($"As of September 30, 2023, the Company had cash of {amount}.", Tagged(YearEnd, 9_700_000)).Count);

    [Theory]
    [InlineData("non-cash items", "cash", "items")]
    [InlineData("non-cash items", "cash item non", "non-cash items")]
    [InlineData("long-term debt", "long term debt", "long-term debt")]
    [InlineData("net cash used in operations", "net cash used operation", "net cash used in operations")]
    [InlineData("net cash used in operations", "cash", "in operations")]
    public void A_compound_is_another_word_unless_the_title_has_all_of_it(string text, string words, string left) =>
        Assert.Equal(left, NamedMetric.In(text, words.Split(' ').ToHashSet()).Trim());

    [Theory]
    [InlineData(Lasts)]
    [InlineData("There is substantial doubt about our ability to continue as a going concern.")]
    [InlineData("As of September 30, 2023, the Company had cash and cash equivalents of $5.1 million.")]
    public void A_criterion_over_a_formula_hears_of_what_the_formula_is_made_of(string sentence)
    {
        var passage = Passage(sentence);
        var match = Assert.Single(new CriterionTopics(Board()).Of(passage.Topic, passage.Text));
        Assert.Equal(("end", "it looks at “Cash”"), (match.Criterion.Key, match.Because));
    }

    private static IReadOnlyList<FigureProposal> Offered(string sentence, params FactMatch[] tagged) =>
        [.. new FigureProposals(Board(), tagged).Of(Passage(sentence), null).Where(p => p.Metric.Key == "cash")];

    private static Passage Passage(string sentence) =>
        PassageFinder.Find(new FilingText(sentence, [new(TextBlockKind.Paragraph, 0, sentence.Length)]), cancellation: TestContext.Current.CancellationToken)
            .OrderBy(p => p.Topic is not (PassageTopic.Cash or PassageTopic.Liquidity)).First();

    private static FactMatch Tagged(Period period, decimal amount)
    {
        var fact = new Fact("us-gaap:Cash", "", null, period.Start is { } start ? FactPeriod.Duration(start, period.End) : FactPeriod.Instant(period.End), [], new(["iso4217:USD"], []), "-5", default!, "", "", false, "", default!);
        var metric = Board().Thesis.Metrics.Single(m => m.Key == "cash");
        Assert.True(ConceptName.TryParse("us-gaap:Cash", out var concept));
        return new() { Metric = metric, Concept = concept, Period = period, Value = Quantity.Usd(amount), Decimals = -5, Fact = fact, State = MatchState.New };
    }

    private static BoardState Board() => Judge.Board(
        new Thesis
        {
            Slug = "t", Title = "t", Issuer = new() { Name = "AEON" },
            Metrics =
            [
                new() { Key = "cash", Title = "Cash", Unit = Unit.Usd, Concepts = ["us-gaap:Cash"] },
                new() { Key = "burn", Title = "Burn", Unit = Unit.Usd },
                new() { Key = "half", Title = "Half", Unit = Unit.Usd, Formula = "cash - burn" },
                new() { Key = "left", Title = "What is left", Unit = Unit.Usd, Formula = "half - burn" },
            ],
            Criteria =
            [
                new()
                {
                    Key = "end", Title = "The end", Group = CriterionGroup.Risks,
                    Contracts = [new() { Version = 1, From = new(2023, 1, 1), Question = "Is it near?", Rule = new ThresholdRule("left", null, 0) }],
                },
            ],
        },
        new Record(),
        new(2023, 11, 22));
}
