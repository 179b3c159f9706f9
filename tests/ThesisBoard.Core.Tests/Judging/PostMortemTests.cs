using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Tests.Theses;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Judging;

public sealed class PostMortemTests
{
    private static readonly (Thesis Thesis, Record Record) Cango = Shipped.Read(Shipped.SampleText);
    private static readonly DateOnly After = new(2027, 1, 1);

    [Fact]
    public void For_Cango_after_the_line_it_tells_who_warned_first_and_how_long_before()
    {
        var (board, review) = Review(Cango.Thesis, Cango.Record, After);
        Assert.True(PostMortem.IsDue(board));
        Assert.Equal(new DateOnly(2027, 1, 1), review.Broke!.On);
        var sales = review.Warnings.Single(w => w.Key == "further-sales");
        Assert.Equal((new DateOnly(2026, 4, 10), Standing.Broken, 266), (sales.On, sales.Standing, sales.DaysBefore));
        Assert.Equal(review.Warnings.OrderBy(w => w.On).Select(w => w.Key), review.Warnings.Select(w => w.Key));
        Assert.All(review.Warnings, w => Assert.Equal(review.Broke.On.DayNumber - w.On.DayNumber, w.DaysBefore));
        var silent = review.Silences.Single(s => s.Key == "ai-build-out");
        Assert.Equal((After, null, 1), (silent.Since, silent.Until, silent.Days));
        Assert.Equal(["ai-execution", "further-sales", "mining-headwinds", "ai-build-out"], review.Foresights.Select(f => f.Item.Criterion));
        Assert.Equal([false, true, true, false], review.Foresights.Select(f => f.Came is not null));
    }

    [Fact]
    public void Before_it_broke_or_ended_there_is_nothing_to_review()
    {
        var (board, review) = Review(Cango.Thesis, Cango.Record, After.AddDays(-1));
        Assert.False(PostMortem.IsDue(board));
        Assert.Null(review.Broke);
        Assert.All(review.Warnings, w => Assert.Null(w.DaysBefore));
        var ended = Cango.Thesis with { Ended = new(new(new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc)), "Ann", "Sold", "The position is closed.") };
        Assert.True(PostMortem.IsDue(Judge.Board(ended, Cango.Record, new(2026, 12, 1))));
        Assert.False(PostMortem.IsDue(Judge.Board(ended, Cango.Record, new(2026, 11, 30)))); // on that day nobody knew
    }

    [Fact]
    public void Evidence_is_called_overrated_only_where_a_higher_grade_took_the_other_side_later()
    {
        Source From(string key, Grade grade, int day) => new() { Key = key, Kind = SourceKind.Other, Grade = grade, Title = key, Publisher = "P", Published = new(new DateOnly(2026, 10, day)) };
        EvidenceItem Says(string source, Stance stance) => new() { Key = source, Source = source, Claim = "It is so.", Stances = [new("on-chain-check", stance)] };
        var record = new Record
        {
            Sources = [From("release", Grade.CompanyRelease, 3), From("press", Grade.Press, 4), From("late-press", Grade.Press, 9), From("audit", Grade.AuditedFiling, 8), From("early-audit", Grade.AuditedFiling, 2)],
            Evidence = [Says("release", Stance.Supports), Says("press", Stance.Contradicts), Says("late-press", Stance.Supports), Says("audit", Stance.Contradicts), Says("early-audit", Stance.Contradicts)],
        };
        var (_, review) = Review(Cango.Thesis, record, After);
        var found = Assert.Single(review.Overrated);
        Assert.Equal(("on-chain-check", "release", Stance.Supports, "audit"), (found.Criterion.Key, found.Early.Item.Key, found.Said, found.Later.Item.Key));
    }

    [Fact]
    public void A_silence_ends_with_its_answer()
    {
        var thesis = Cango.Thesis;
        var (_, before) = Review(thesis, Cango.Record, After.AddDays(9));
        Assert.Equal(10, before.Silences.Single(s => s.Key == "ai-build-out").Days);
        var evidence = new EvidenceItem { Key = "late-answer", Source = Cango.Record.Sources[0].Key, Claim = "It is built.", Published = new(After.AddDays(4)) };
        var record = Cango.Record with
        {
            Evidence = [.. Cango.Record.Evidence, evidence],
            Proofs = [.. Cango.Record.Proofs, .. MilestoneState.Required.Select(e => new Proof("ecohash-platform", e, "late-answer"))],
        };
        var silence = Review(thesis, record, After.AddDays(9)).Review.Silences.Single(s => s.Key == "ai-build-out");
        Assert.Equal((After, After.AddDays(4), 4), (silence.Since, silence.Until, silence.Days));
    }

    private static (BoardState Board, PostMortem Review) Review(Thesis thesis, Record record, DateOnly on)
    {
        var index = new RecordIndex(thesis, record);
        var board = Judge.Board(index, on);
        return (board, PostMortem.Of(board, Replay.History(index, on)));
    }
}
