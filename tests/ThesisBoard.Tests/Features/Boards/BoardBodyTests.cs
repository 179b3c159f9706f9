using AngleSharp.Dom;
using Bunit;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;
using Xunit;

namespace ThesisBoard.Tests.Features.Boards;

public sealed class BoardBodyTests : BunitContext
{
    [Fact]
    public void The_verdict_stands_first_with_its_word_and_its_sentence()
    {
        var page = Show(HandMadeBoard.View());

        Assert.Equal("Verdict: Strained", page.Find(".verdict h2").TextContent);
        Assert.Equal(HandMadeBoard.State().Reason.ToString(), page.Find(".verdict .reason").TextContent);
        Assert.Contains("estimated", page.Find(".next").TextContent, StringComparison.Ordinal);
        Assert.Contains("39 days left", page.Find(".next").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nine_criteria_stand_in_their_groups_each_with_icon_word_and_colour()
    {
        var page = Show(HandMadeBoard.View());
        var rows = page.FindAll("details.row");

        Assert.Equal(9, rows.Count);
        Assert.Equal(["Invalidation line", "What could break it", "What to watch"], page.FindAll(".group").Select(g => g.TextContent));
        Assert.All(rows, row =>
        {
            var mark = row.QuerySelector("summary .st")!;
            Assert.Equal(row.GetAttribute("data-standing"), mark.TextContent);
            Assert.NotNull(mark.QuerySelector("svg path"));
            Assert.Equal(2, mark.ClassList.Length);
        });
    }

    [Fact]
    public void The_line_shows_each_leg_with_its_distance_in_its_own_unit_and_what_follows()
    {
        var page = Show(HandMadeBoard.View());

        Assert.Equal(2, page.FindAll(".leg").Count);
        Assert.Contains("69.5 points on the safe side", page.Find("#leg-debt-reduction").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 milestone short of the line", page.Find("#leg-ai-build-out").TextContent, StringComparison.Ordinal);
        Assert.Contains("Broken", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        Assert.Contains("the sale was survival financing", page.Find(".outcome").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Standing.Unknown)]
    [InlineData(Standing.Undisclosed)]
    [InlineData(Standing.Unverifiable)]
    public void What_is_missing_is_never_green(Standing standing)
    {
        var page = Show(HandMadeBoard.View(HandMadeBoard.State([HandMadeBoard.Criterion("only", "The only one", standing)])));
        var row = page.Find("details.row");

        Assert.Empty(row.QuerySelectorAll(".met"));
        Assert.DoesNotContain("Met", row.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("0", row.QuerySelector(".c-now")!.TextContent.Trim());
    }

    [Fact]
    public void A_script_in_a_title_is_shown_as_text()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        var criterion = HandMadeBoard.Criterion("only", Script, Standing.Broken,
            evidence: [HandMadeBoard.Evidence("e", Script, HandMadeBoard.News with { Title = Script, Publisher = Script }, new CriterionStance("only", Stance.Contradicts))]);
        var page = Show(HandMadeBoard.View(HandMadeBoard.State([criterion], Script), new BoardQuery { Words = Script }));

        Assert.Equal(Script, page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("script, img"));
    }

    [Fact]
    public void A_source_opens_in_a_new_tab_that_cannot_reach_back_and_only_over_the_web()
    {
        var dangerous = HandMadeBoard.News with { Url = new Uri("javascript:alert(1)") };
        var criterion = HandMadeBoard.Criterion("only", "The only one", Standing.Broken, evidence:
        [
            HandMadeBoard.Evidence("a", "Fine", HandMadeBoard.Release, new CriterionStance("only", Stance.Supports)),
            HandMadeBoard.Evidence("b", "Not fine", dangerous, new CriterionStance("only", Stance.Contradicts)),
        ]);
        var page = Show(HandMadeBoard.View(HandMadeBoard.State([criterion])));

        Assert.All(page.FindAll("a[target]"), link => Assert.Contains("noopener", link.GetAttribute("rel"), StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a[href^=javascript]"));
    }

    [Fact]
    public void A_criterion_opens_by_its_own_link_and_shows_the_three_layers_and_what_would_settle_it()
    {
        var page = Show(HandMadeBoard.View());
        var opened = page.Find("#ai-build-out");

        Assert.Equal("DETAILS", opened.ParentElement!.TagName);
        Assert.Equal(3, opened.QuerySelectorAll(".layer").Length);
        Assert.Contains("A filing that settles ai-build-out", opened.QuerySelector(".settles")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Find("#debt-reduction").QuerySelector(".settles"));
    }

    [Fact]
    public void A_computed_figure_lists_the_figures_that_went_into_it_with_their_sources()
    {
        Observation Input(string metric, decimal dollars) =>
            new() { Key = metric, Metric = metric, Period = Period.At(new(2026, 3, 31)), Value = Quantity.Usd(dollars), Source = HandMadeBoard.Release.Key };
        var left = new Figure
        {
            Metric = "cash-left", Period = Period.At(new(2026, 3, 31)), Value = Quantity.Usd(2_000_000), Published = HandMadeBoard.Release.Published, Grade = Grade.CompanyRelease,
            Origin = FigureOrigin.Formula, Used = [Input("cash", 12_000_000), Input("burn", -5_000_000)],
        };
        var rests = HandMadeBoard.Criterion("only", "The only one", Standing.Met, rule: new(() => new("", "", null, null)) { Standing = Standing.Met, Used = [left] });
        var board = HandMadeBoard.State([rests, HandMadeBoard.Criterion("bare", "On nothing", Standing.Unknown)]) with { Sources = new Dictionary<string, Source> { [HandMadeBoard.Release.Key] = HandMadeBoard.Release } };
        var page = Show(HandMadeBoard.View(board));
        var inputs = page.FindAll("#only .figures li");

        Assert.Equal(["cash, 31 Mar 2026: $12.0M, Newswire (opens in a new tab)", "burn, 31 Mar 2026: \u2212$5.0M, Newswire (opens in a new tab)"], inputs.Select(i => i.TextContent));
        Assert.All(inputs, i => Assert.Equal("https://example.org/q1", i.QuerySelector("a")!.GetAttribute("href")));
        Assert.Contains("No passage is attached: it rests on the figures compared.", page.Find("#only .grounds").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing on file on 22 Nov 2026.", page.Find("#bare .grounds").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Assumed here: a period is a quarter.", "Assumption: A period is a quarter.")]
    [InlineData("The article names no number. Assumed here: a quarter.", "Assumption: The article names no number. Assumed here: a quarter.")]
    public void That_something_is_assumed_is_said_once(string text, string shown)
    {
        var criterion = HandMadeBoard.Criterion("only", "The only one", Standing.Met);
        var page = Show(HandMadeBoard.View(HandMadeBoard.State([criterion with { Contract = criterion.Contract with { Assumption = text } }])));

        Assert.Equal(shown, page.Find("#only .assumed").TextContent);
        Assert.Equal(shown, "Assumption: " + page.Find("#assumptions dd").TextContent);
    }

    [Fact]
    public void Every_link_keeps_the_date_to_which_the_board_is_turned_back()
    {
        var view = HandMadeBoard.View(HandMadeBoard.State() with { AsOf = new(2026, 4, 10) }, new BoardQuery { AsOf = new(2026, 4, 10) });
        var page = Show(view);

        Assert.All(page.FindAll(".leg a, .stances a, .answers a"), link => Assert.Contains("asOf=2026-04-10", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("2026-05-31", page.Find("#as-of-next").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("2026-03-17", page.Find("#as-of-previous").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/t/miner", page.Find("#as-of-today").GetAttribute("href"));
    }

    [Fact]
    public void Whoever_may_not_edit_is_offered_nothing_to_edit_with()
    {
        Assert.Empty(Show(HandMadeBoard.View()).FindAll("[data-do]"));
        Assert.NotEmpty(Show(HandMadeBoard.View(canEdit: true)).FindAll("[data-do]"));
    }

    [Fact]
    public void A_filter_shows_itself_and_what_it_found()
    {
        var page = Show(HandMadeBoard.View(query: new BoardQuery { Grade = Grade.Press }));

        Assert.Equal("press", page.Find("select[name=grade] option[selected]").GetAttribute("value"));
        Assert.Equal("march-sale", Assert.Single(page.FindAll("#evidence article")).Id!["e-".Length..]);
    }

    [Fact]
    public void Sources_that_disagree_stand_side_by_side_and_the_higher_is_named()
    {
        var sides = Show(HandMadeBoard.View()).FindAll(".sides li");

        Assert.Equal(2, sides.Count);
        Assert.Contains("ranks higher", sides[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ranks higher", sides[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_elements_carry_one_name()
    {
        var ids = Show(HandMadeBoard.View(canEdit: true)).FindAll("[id]").Select(e => e.Id).ToList();

        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    private IRenderedComponent<BoardBody> Show(BoardView view) => Render<BoardBody>(parameters => parameters.Add(b => b.View, view));
}
