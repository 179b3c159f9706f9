using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Starts;
using ThesisBoard.Filings;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Tests.Features.Starts;

/// <summary>Everything in the library makes a sound criterion that can be judged, and breaks where it says that it breaks.</summary>
public sealed class BreakLibraryTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    public static TheoryData<string> Keys => [.. BreakLibrary.All.Select(b => b.Key)];

    [Theory, MemberData(nameof(Keys))]
    public void Each_with_its_own_examples_is_a_sound_thesis_that_can_be_sealed_and_activated(string key)
    {
        var form = Typed(key);
        Assert.Empty(StartChecks.Of(3, form, Today));
        var thesis = StartThesis.Of(form, Today);
        Assert.Empty(ThesisCheck.Check(thesis, Record.Empty));
        Assert.All(thesis.Metrics.SelectMany(m => m.Concepts), c => Assert.True(Core.Metrics.ConceptName.TryParse(c, out _)));
        Assert.True(key == "revenue" || Readiness.IsDisconfirming(thesis, thesis.Criteria[0]), $"{key} cannot prove anything wrong.");
        Assert.Equal(Standing.Unknown, Judge.Board(thesis, Record.Empty, Today).Criteria[0].Standing);
        Assert.NotEmpty(thesis.Criteria[0].Contracts[0].Settles);
    }

    [Theory]
    [InlineData("debt", "long-term-debt", "USD", 390, 450, 510)]
    [InlineData("dilution", "shares-outstanding", "share", 100, 115, 121)]
    [InlineData("holding", "holding", "BTC", 0.0076, 0.0072, 0.006)]
    public void A_level_holds_strains_and_breaks(string key, string metric, string unit, double met, double strained, double broken)
    {
        var thesis = StartThesis.Of(Typed(key), Today);
        foreach (var (millions, standing) in new[] { (met, Standing.Met), (strained, Standing.Strained), (broken, Standing.Broken) })
            Assert.Equal(standing, Stand(thesis, (metric, Period.At(new(2026, 9, 30)), new((decimal)millions * 1_000_000, Unit.Parse(unit)))).Standing);
    }

    [Fact]
    public void Net_income_breaks_below_zero_and_margin_below_its_share()
    {
        var quarter = Period.Between(new(2026, 7, 1), new(2026, 9, 30));
        Assert.Equal(Standing.Broken, Stand(StartThesis.Of(Typed("loss"), Today), ("net-income", quarter, Quantity.Usd(-1))).Standing);
        Assert.Equal(Standing.Strained, Stand(StartThesis.Of(Typed("loss"), Today), ("net-income", quarter, Quantity.Usd(1))).Standing);
        var margin = StartThesis.Of(Typed("margin"), Today);
        Assert.Equal(Standing.Broken, Stand(margin, ("revenue", quarter, Quantity.Usd(100)), ("gross-profit", quarter, Quantity.Usd(29))).Standing);
        Assert.Equal(Standing.Met, Stand(margin, ("revenue", quarter, Quantity.Usd(100)), ("gross-profit", quarter, Quantity.Usd(40))).Standing);
    }

    [Fact]
    public void Cash_must_cover_as_many_more_periods_as_were_asked_for_and_income_burns_none()
    {
        var (thesis, half) = (StartThesis.Of(Typed("runway"), Today), Period.Between(new(2026, 1, 1), new(2026, 6, 30)));
        (string, Period, Quantity) Cash(decimal amount) => ("cash", Period.At(new(2026, 6, 30)), Quantity.Usd(amount));
        Assert.Equal(Standing.Met, Stand(thesis, Cash(100), ("operating-cash-flow", half, Quantity.Usd(-50))).Standing);
        Assert.Equal(Standing.Broken, Stand(thesis, Cash(99), ("operating-cash-flow", half, Quantity.Usd(-50))).Standing);
        Assert.Equal(Standing.Met, Stand(thesis, Cash(1), ("operating-cash-flow", half, Quantity.Usd(50))).Standing);
    }

    [Fact]
    public void Revenue_is_compared_with_the_year_before()
    {
        var thesis = StartThesis.Of(Typed("revenue"), Today);
        (string, Period, Quantity) Quarter(int year, decimal amount) => ("revenue", Period.Between(new(year, 7, 1), new(year, 9, 30)), Quantity.Usd(amount));
        Assert.Equal(Standing.Met, Stand(thesis, Quarter(2025, 10), Quarter(2026, 11)).Standing);
        Assert.Equal(Standing.Strained, Stand(thesis, Quarter(2025, 10), Quarter(2026, 9)).Standing);
        Assert.Equal(Standing.Unknown, Stand(thesis, Quarter(2026, 9)).Standing);
    }

    [Fact]
    public void A_promise_falls_silent_after_its_day()
    {
        var thesis = StartThesis.Of(Typed("promise"), Today);
        Assert.Equal(Standing.Undisclosed, Judge.Board(thesis, Record.Empty, new(2027, 7, 1)).Criteria[0].Standing);
        Assert.IsType<JudgedRule>(thesis.Criteria[0].Contracts[0].Rule);
    }

    [Fact]
    public void A_dropped_filing_says_how_much_each_is_now_and_how_the_draft_would_stand()
    {
        var report = FilingReader.Read(new MemoryStream(StartSteps.Report()), cancellation: TestContext.Current.CancellationToken);
        var figures = StartPreview.Figures([report], StartPreview.Currency([report]), Today);
        using var file = new StartFile(Guid.NewGuid(), "q3.htm", "", "USD", new(2026, 9, 30), figures, ThesisBoard.Data.TemporaryFile.Create("test"));

        string? Level(string key) => StartPreview.Level(BreakLibrary.Of(key)!, file, "USD", Today);
        Assert.Equal(("$31.0M, 30 Sep 2026", "\u2212$2.5M, Q3 2026", "12,000,000\u00a0shares, 30 Sep 2026"), (Level("debt"), Level("loss"), Level("dilution")));
        Assert.All(["revenue", "margin", "holding", "promise", "own"], key => Assert.Null(Level(key)));
        Assert.Null(StartPreview.Level(BreakLibrary.Of("debt")!, file, "EUR", Today));
        var state = StartPreview.Standing(StartThesis.Of(Typed("debt", "loss"), Today), file, Today);
        Assert.Equal([Standing.Met, Standing.Broken], state.Criteria.Select(c => c.Standing));
    }

    [Fact]
    public void What_a_filing_says_only_of_an_earlier_day_is_told_as_such_and_is_no_standing()
    {
        var report = FilingReader.Read(new MemoryStream(StartSteps.Report()), cancellation: TestContext.Current.CancellationToken);
        var figures = StartPreview.Figures([report], StartPreview.Currency([report]), Today);
        using var file = new StartFile(Guid.NewGuid(), "q4.htm", "", "USD", new(2026, 12, 31), figures, ThesisBoard.Data.TemporaryFile.Create("test"));

        Assert.Equal("$31.0M, 30 Sep 2026, and none that is newer", StartPreview.Level(BreakLibrary.Of("debt")!, file, "USD", Today));
        var state = StartPreview.Standing(StartThesis.Of(Typed("debt", "loss"), Today), file, Today);
        Assert.All(state.Criteria, c => Assert.True(StartPreview.IsOld(c, file)));
        Assert.All(state.Criteria, c => Assert.False(StartPreview.IsOld(c, file with { PeriodEnd = new(2026, 9, 30) })));
    }

    private static CriterionState Stand(Thesis thesis, params (string Metric, Period Period, Quantity Value)[] figures) => Judge.Board(thesis, new Record
    {
        Sources = [new() { Key = "s", Kind = SourceKind.Filing, Grade = Grade.UnauditedFiling, Title = "S", Publisher = "SEC", Published = new(Today) }],
        Observations = [.. figures.Select((f, n) => new Observation { Key = $"o{n}", Metric = f.Metric, Period = f.Period, Value = f.Value, Source = "s" })],
    }, Today).Criteria[0];

    /// <summary>The steps as somebody types them who takes over every example.</summary>
    private static StartForm Typed(params string[] keys) => StartForm.Read(
    [
        new("name", "Somebody"), new("claim", "It holds"), new("by", "2027-11-26"), new("then", "it does not hold"), new("b", keys),
        .. BreakLibrary.All.SelectMany(b => b.Fields.Select(f => KeyValuePair.Create(b.Name(f), new Microsoft.Extensions.Primitives.StringValues(f.Kind == TypedAs.Date ? "2027-06-30" : f.Example)))),
    ]);
}
