using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Theses;
using Xunit;

namespace ThesisBoard.Tests.Features.Changes;

/// <summary>Which lines of the log were taken back by others, newest first.</summary>
public sealed class TakenBackTests
{
    [Theory]
    [InlineData("", "Saved: A", "Saved: B")]
    [InlineData("1", "Undid: Saved: A", "Saved: A")]
    [InlineData("2", "Undid: Saved: A", "Saved: A", "Saved: A")] // of two that are called the same, the newer
    [InlineData("2", "Did again: Saved: A", "Undid: Saved: A", "Saved: A")]
    [InlineData("1 3", "Undid: Saved: A", "Did again: Saved: A", "Undid: Saved: A", "Saved: A")]
    [InlineData("1 2", "Undid: Saved: A", "Undid: Saved: B", "Saved: B", "Saved: A")]
    public void A_line_is_taken_back_by_the_nearest_undo_of_it(string versions, params string[] newestFirst)
    {
        var page = new ChangesPage(
            [.. newestFirst.Select((summary, i) => new Change("s", newestFirst.Length - i, DateTime.UnixEpoch, "Ada", summary.StartsWith("Saved", StringComparison.Ordinal) ? "EditThing" : nameof(UndoChange), summary, []))], null);
        Assert.Equal(versions, string.Join(' ', page.TakenBack().Order()));
    }

    [Theory]
    [InlineData(true, nameof(EditEvidence))]
    [InlineData(true, nameof(ReviseCriterion))] // a draft until it is sealed
    [InlineData(false, nameof(SealCriterion))]
    [InlineData(false, nameof(ActivateThesis))]
    [InlineData(false, nameof(EndThesis))]
    public void What_is_meant_to_last_offers_no_undo(bool offers, string verb) =>
        Assert.Equal(offers, new Change("s", 1, DateTime.UnixEpoch, "Ada", verb, "Done", []).OffersUndo);
}
