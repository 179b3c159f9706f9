using CsCheck;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Core.Theses.Steps;
using Xunit;

namespace ThesisBoard.Core.Tests.Theses.Steps;

public sealed class EvidenceStaysTests
{
    private static readonly Activation Active = new(new RecordedAt(new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)), "Ann");
    private static readonly Withdrawal Withdrawn = new(new RecordedAt(new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc)), "Ann", "It was misread.");

    [Fact]
    public void Whatever_is_taken_off_an_active_board_is_named_and_nothing_else_is() =>
        Gen.Select(AnyBoard.Thesis, AnyBoard.Record, Gen.Int[0, 255]).Sample((thesis, record, which) =>
        {
            bool Stays(int place) => (which >> (place % 8) & 1) == 1;
            var now = record with
            {
                Observations = [.. record.Observations.Where((_, i) => Stays(i))],
                Evidence = [.. record.Evidence.Where((_, i) => Stays(i + 3))],
            };
            var named = EvidenceStays.Check(thesis with { Activated = Active }, record, now).ToList();
            var gone = record.Observations.Where((_, i) => !Stays(i)).Select(o => o.Key).Concat(record.Evidence.Where((_, i) => !Stays(i + 3)).Select(e => e.Key));
            Assert.Equal(gone.Order(), named.Select(p => p.Message.Split('\'')[1]).Order());
            Assert.Empty(EvidenceStays.Check(thesis with { Activated = null }, record, now));
            Assert.Empty(EvidenceStays.Check(thesis with { Activated = Active }, now, record));
        }, iter: 100);

    [Fact]
    public void What_was_withdrawn_stays_as_it_was_until_the_withdrawal_is_taken_back()
    {
        var (thesis, record) = Shipped.Read(Shipped.SampleText);
        thesis = thesis with { Activated = Active };
        var item = record.Evidence[0] with { Withdrawn = Withdrawn };
        var was = record with { Evidence = [item] };
        foreach (var other in new[] { item with { Claim = "Something else." }, item with { Withdrawn = Withdrawn with { By = "Ben" } }, item with { Withdrawn = Withdrawn with { Reason = "Another." } }, item with { Quote = "Never said." } })
            Assert.Single(EvidenceStays.Check(thesis, was, was with { Evidence = [other] }));
        Assert.Empty(EvidenceStays.Check(thesis, was, was with { Evidence = [item with { Withdrawn = null }] }));
        Assert.Empty(EvidenceStays.Check(thesis, was, was with { Evidence = [item with { Stances = [] }] }));
        Assert.Empty(EvidenceStays.Check(thesis, record, record with { Evidence = [.. record.Evidence.Select(e => e with { Withdrawn = Withdrawn })] }));
    }
}
