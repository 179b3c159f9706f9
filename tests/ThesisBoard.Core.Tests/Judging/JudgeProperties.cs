using CsCheck;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using Xunit;
using Record = ThesisBoard.Core.Evidence.Record;

namespace ThesisBoard.Core.Tests.Judging;

public sealed class JudgeProperties
{
    private static readonly Gen<Record> AnyRecord = Gen.OneOf(Generated.Record, Generated.DenseRecord);
    private static readonly Gen<DateOnly> AnyDate = Gen.OneOf(Generated.Date, Gen.Const(DateOnly.MinValue), Gen.Const(DateOnly.MaxValue));

    [Fact]
    public void Any_record_and_any_date_give_a_board() =>
        Gen.Select(AnyRecord, AnyDate).Sample((record, asOf) => Judge.Board(Generated.Thesis, record, asOf).Criteria.Count == Generated.Thesis.Criteria.Count);

    [Fact]
    public void What_is_published_after_a_date_never_changes_that_dates_board() =>
        Gen.Select(AnyRecord, Generated.Date).Sample((record, asOf) =>
            Text(Generated.Thesis, record, asOf) == Text(Generated.Thesis, KnownOn(record, asOf), asOf));

    [Fact]
    public void The_order_of_the_record_does_not_matter() =>
        Gen.Select(AnyRecord, Generated.Date).Sample((record, asOf) =>
            Text(Generated.Thesis, record, asOf) == Text(Generated.Thesis, Reversed(record), asOf));

    [Fact]
    public void Judging_twice_is_identical_to_the_byte() =>
        Gen.Select(AnyRecord, Generated.Date).Sample((record, asOf) =>
            Text(Generated.Thesis, record, asOf) == Text(Generated.Thesis, record with { }, asOf));

    [Fact]
    public void Nothing_missing_is_ever_met() =>
        Gen.Select(AnyRecord, AnyDate).Sample((record, asOf) =>
            Judge.Board(Generated.Thesis, record, asOf).Criteria.Where(c => c.Standing == Standing.Met).All(RestsOnSomething));

    [Fact]
    public void An_empty_record_is_never_met_and_never_intact() =>
        AnyDate.Sample(asOf =>
        {
            var board = Judge.Board(Generated.Thesis, Record.Empty, asOf);
            return board.Verdict is Verdict.Unproven or Verdict.Broken && board.Criteria.All(c => c.Standing != Standing.Met);
        });

    [Fact]
    public void Figures_are_always_in_their_metrics_unit() =>
        Gen.Select(AnyRecord, Generated.Date).Sample((record, asOf) =>
            Judge.Board(Generated.Thesis, record, asOf).Series.Values.All(s =>
                s.Figures.All(f => f.Value.Unit == s.Metric.Unit) && s.OtherCurrencies.All(f => f.Value.Unit != s.Metric.Unit)));

    [Fact]
    public void The_history_says_what_the_board_of_each_date_says() =>
        AnyRecord.Sample(record =>
        {
            var index = new RecordIndex(Generated.Thesis, record);
            var history = Replay.History(Generated.Thesis, record, new DateOnly(2028, 1, 1));
            foreach (var date in index.Stops.Concat(history.Standings.Values.SelectMany(s => s).Select(s => s.On)).Concat(history.Verdicts.Select(v => v.On)).Distinct())
                Assert.Equal(Told(Judge.Board(index, date)), Told(history, date));
        }, iter: 1000);

    [Fact]
    public void Every_turn_of_the_history_gives_the_reason_that_the_board_of_its_date_gives() =>
        AnyRecord.Sample(record =>
        {
            var history = Replay.History(Generated.Thesis, record, new DateOnly(2028, 1, 1));
            Assert.All(history.Verdicts, v => Assert.Equal(Judge.Board(Generated.Thesis, record, v.On).Reason.ToString(), v.Reason));
            Assert.All(history.Standings, s => Assert.All(s.Value, turn =>
                Assert.Equal(Judge.Board(Generated.Thesis, record, turn.On).Criterion(s.Key)!.Reason, turn.Reason)));
        });

    [Fact]
    public void An_index_that_served_other_dates_gives_the_same_board() =>
        Gen.Select(AnyRecord, Generated.Date.Array[3]).Sample((record, dates) =>
        {
            var index = new RecordIndex(Generated.Thesis, record);
            Replay.History(index, dates[0]);
            Assert.All(dates, date => Assert.Equal(Text(Generated.Thesis, record, date), BoardText.Of(Judge.Board(index, date))));
        });

    private static bool RestsOnSomething(CriterionState criterion) =>
        criterion.Rule.Used.Count > 0 || criterion.Rule.WeakestEvidence is not null || criterion.Contract.Rule is CompositeRule
        || (criterion.Basis == StandingBasis.Person && criterion.Judgement!.Evidence.Count > 0);

    private static string Told(BoardState board) =>
        $"{board.Verdict}: {string.Join(", ", board.Criteria.Select(c => $"{c.Key} {c.Contract.Version} {c.Standing}"))}";

    private static string Told(StandingHistory history, DateOnly date) =>
        $"{history.Verdicts.Last(v => v.On <= date).Verdict}: {string.Join(", ", Generated.Thesis.Criteria.Select(c => $"{c.Key} {history.On(c.Key, date)!.Version} {history.On(c.Key, date)!.Standing}"))}";

    private static string Text(Thesis thesis, Record record, DateOnly asOf) => BoardText.Of(Judge.Board(thesis, record, asOf));

    private static Record KnownOn(Record record, DateOnly asOf) => record with
    {
        Sources = [.. record.Sources.Where(s => s.Published.IsKnown(asOf))],
        Judgements = [.. record.Judgements.Where(j => j.Published.IsKnown(asOf))],
    };

    private static Record Reversed(Record record) => new()
    {
        Sources = [.. record.Sources.Reverse()],
        Observations = [.. record.Observations.Reverse()],
        Evidence = [.. record.Evidence.Reverse()],
        Proofs = [.. record.Proofs.Reverse()],
        Conflicts = [.. record.Conflicts.Reverse()],
        Judgements = [.. record.Judgements.Reverse()],
    };
}
