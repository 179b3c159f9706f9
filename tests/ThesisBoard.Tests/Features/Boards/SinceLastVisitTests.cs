using Bunit;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Features.Boards;
using Xunit;

namespace ThesisBoard.Tests.Features.Boards;

public sealed class SinceLastVisitTests : BunitContext
{
    [Fact]
    public void Without_a_visit_the_latest_publication_is_named_and_the_silence_after_it_counted()
    {
        var view = HandMadeBoard.View();
        var days = view.Board.AsOf.DayNumber - view.History.Stops[^1].DayNumber;

        Assert.Equal($"Since {Core.Quantities.Figures.Date(view.History.Stops[^1])} (latest publication): 3 new figures; nothing newer on file for {days} days.", Words(view, Diff(view, figures: 3)));
    }

    [Fact]
    public void After_a_visit_nothing_new_is_said_in_so_many_words()
    {
        var view = HandMadeBoard.View();

        Assert.StartsWith("Since your visit on 20 Nov 2026: no standing moved; nothing new on file for ", Words(view, Diff(view), new Visit(new(2026, 11, 20), view.Version)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_which_only_is_known_that_it_was_public_by_then_is_no_day_of_publication()
    {
        var state = HandMadeBoard.State();
        var day = HandMadeBoard.View().History.Stops[^1];
        foreach (var (basis, opening) in new[] { (PublishedBasis.NoLaterThan, "Public by"), (PublishedBasis.Read, "Published on") })
        {
            var source = HandMadeBoard.Release with { Published = new(day), PublishedBasis = basis };
            var view = HandMadeBoard.View(state with { AsOf = day, Sources = new Dictionary<string, Source> { [source.Key] = source } });

            Assert.StartsWith($"{opening} {Core.Quantities.Figures.Date(day)}: 3 new figures", Words(view, Diff(view, figures: 3)), StringComparison.Ordinal);
        }
    }

    private string Words(BoardView view, BoardDiff diff, Visit? visit = null) => string.Join(' ', Render<SinceLastVisit>(p => p
        .Add(s => s.View, view).Add(s => s.Diff, diff).Add(s => s.Visit, visit)).Find("p").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static BoardDiff Diff(BoardView view, int figures = 0) => new(view.Board.AsOf.AddDays(-1), view.Board.AsOf, null, [], [], figures);
}
