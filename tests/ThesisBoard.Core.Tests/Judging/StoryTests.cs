using CsCheck;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Tests.Theses;
using ThesisBoard.Core.Theses;
using Xunit;

namespace ThesisBoard.Core.Tests.Judging;

public sealed class StoryTests
{
    private static readonly DateOnly End = new(2027, 1, 1);
    private static readonly RecordIndex Cango = Index();
    private static readonly Story Told = Story.Of(Cango, Replay.History(Cango, End), End);

    [Theory]
    [InlineData("2026-02-10", Verdict.Unproven)]
    [InlineData("2026-03-17", Verdict.Unproven)]
    [InlineData("2026-04-10", Verdict.Strained)]
    [InlineData("2026-05-31", Verdict.Strained)]
    [InlineData("2026-11-22", Verdict.Strained)]
    [InlineData("2027-01-01", Verdict.Broken)]
    public void The_Cango_story_turns_where_the_design_says(string on, Verdict verdict) =>
        Assert.Equal(verdict, Told.On(Date(on))!.Verdict!.Verdict);

    [Fact]
    public void It_begins_on_the_first_day_and_ends_on_the_day_after_the_line_which_nothing_brought_about_but_time()
    {
        Assert.Equal(Date("2025-03-27"), Told.Turns[0].On);
        Assert.Equal(9, Told.Turns[0].Moves.Count(m => m.Before is null));
        Assert.False(Told.Turns[0].HasMoved);
        var last = Told.Turns[^1];
        Assert.Equal(End, last.On);
        Assert.True(last.IsSilent);
        Assert.Equal(Verdict.Strained, last.VerdictBefore);
        Assert.Contains(last.Moves, m => m.Criterion == "ai-build-out" && m.Before!.Standing == Standing.Unknown && m.Change.Standing == Standing.Undisclosed);
        Assert.Null(Told.On(Told.Turns[0].On.AddDays(-1)));
    }

    [Fact]
    public void The_March_update_brings_2000_coins_sold_and_breaks_further_sales()
    {
        var turn = Told.Turns.Single(t => t.Moves.Any(m => m.Criterion == "further-sales" && m.Change.Standing == Standing.Broken));
        Assert.Contains("2,000\u00a0BTC in Mar 2026", turn.Moves.Single(m => m.Criterion == "further-sales").Change.Reason, StringComparison.Ordinal);
        Assert.Contains(turn.Arrivals.SelectMany(a => a.Figures), f => f.Observation.Value.Amount == 2000);
        Assert.Equal(Verdict.Strained, turn.Verdict!.Verdict);
    }

    [Fact]
    public void The_verdict_turns_twice_first_by_a_treasury_that_does_not_add_up()
    {
        Assert.Equal([(Date("2026-03-31"), Verdict.Unproven), (End, Verdict.Strained)], Told.Turns.Where(t => t.VerdictBefore is not null).Select(t => (t.On, t.VerdictBefore!.Value)));
        Assert.Contains(Told.On(Date("2026-03-31"))!.Moves, m => m.Criterion == "treasury-balance" && m.Change.Standing == Standing.Broken);
    }

    [Fact]
    public void Every_claim_and_every_figure_comes_in_once_and_on_its_day()
    {
        Assert.Equal(Cango.Record.Evidence.Select(e => e.Key).Order(), Told.Turns.SelectMany(t => t.Arrivals).SelectMany(a => a.Evidence).Select(e => e.Item.Key).Order());
        Assert.Equal(Cango.Record.Observations.Select(o => o.Key).Order(), Told.Turns.SelectMany(t => t.Arrivals).SelectMany(a => a.Figures).Select(f => f.Observation.Key).Order());
        Assert.All(Told.Turns, t => Assert.All(t.Arrivals.SelectMany(a => a.Evidence), e => Assert.Equal(t.On, e.Published.Date)));
    }

    [Fact]
    public void A_shorter_story_is_the_beginning_of_the_longer_one()
    {
        var early = Date("2026-03-31");
        var brief = Story.Of(Cango, Replay.History(Cango, early), early);
        Assert.Equal(Told.Turns.Where(t => t.On <= early).Select(Text), brief.Turns.Select(Text));

        static string Text(StoryTurn turn) => $"{turn.On} {turn.Verdict} {turn.VerdictBefore} {string.Join(';', turn.Moves)} {turn.EvidenceCount} {turn.FigureCount}";
    }

    [Fact]
    public void Of_any_record_each_turn_has_the_standings_and_the_verdict_of_its_days_board() =>
        Gen.OneOf(Generated.Record, Generated.DenseRecord).Sample(record =>
        {
            var index = new RecordIndex(Generated.Thesis, record);
            var story = Story.Of(index, Replay.History(index, new(2028, 1, 1)), new(2028, 1, 1));
            foreach (var turn in story.Turns)
            {
                var board = Judge.Board(index, turn.On);
                Assert.Equal(board.Criteria.ToDictionary(c => c.Key, c => c.Standing), turn.Standings.ToDictionary());
                Assert.Equal(board.Verdict, turn.Verdict!.Verdict);
                Assert.Equal(board.Evidence.Count(e => e.Published.Date == turn.On), turn.EvidenceCount);
            }
        }, iter: 200);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static RecordIndex Index()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        return new(thesis, record);
    }
}
