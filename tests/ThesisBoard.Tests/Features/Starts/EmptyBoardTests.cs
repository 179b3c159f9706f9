using System.Net;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Features.Shares;
using Xunit;

namespace ThesisBoard.Tests.Features.Starts;

/// <summary>Wherever an own new board is empty, the place says what belongs there, with the action at hand for who may do it.</summary>
public sealed class EmptyBoardTests
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    /// <summary>The page, what it says, and what an editor is offered there.</summary>
    private static readonly (string Page, string Says, string Offers)[] Places =
    [
        ("", "No criterion yet. The two to four things that would break the thesis belong here", "data-do=\"add-criterion\""),
        ("", "No evidence was public on", "data-do=\"attach-evidence\""),
        ("", "What filings and releases say belongs here", "href=\"/t/blank/inbox\""),
        ("/inbox", "Annual and quarterly reports", "name=\"files\""),
        ("/contracts", "Each one is sealed here, before its answer is known", "/t/blank#checklist"),
        ("/contracts", "Imagine that it failed", "name=\"Breaks\""),
        ("/reviews", "There is nothing to review", "/t/blank#checklist"),
        ("/forecasts", "One that is sealed stands here with its commitment", ""),
        ("/forecasts", "how sure everybody was stands here beside how it came", ""),
    ];

    [Fact]
    public async Task Every_empty_place_says_what_belongs_there_and_offers_it_to_editors_only()
    {
        await using var house = new ShareHouse();
        await house.Save(new CreateThesis("blank", "A blank board", "", new() { Name = "Somebody" }), "blank");
        using var editor = await house.Member(Role.Editor);
        using var viewer = await house.Member(Role.Viewer);
        foreach (var (page, says, offers) in Places)
        {
            Assert.Contains(says, await Text(editor, $"/t/blank{page}"), StringComparison.Ordinal);
            Assert.Contains(says, await Text(viewer, $"/t/blank{page}"), StringComparison.Ordinal);
            Assert.Contains(offers, await Text(editor, $"/t/blank{page}"), StringComparison.Ordinal);
            Assert.True(offers.Length == 0 || offers.Contains('#', StringComparison.Ordinal) || offers.StartsWith("href", StringComparison.Ordinal) || !(await Text(viewer, $"/t/blank{page}")).Contains(offers, StringComparison.Ordinal));
        }

        var mine = await Text(editor, "/t/blank");
        foreach (var says in new[] { "No line is drawn yet", "No chart yet", "No link is made yet", "Whoever can reach this server reads this board" })
            Assert.Contains(says, mine + await Text(editor, "/t/blank/sharing"), StringComparison.Ordinal);
        Assert.DoesNotContain("No line is drawn yet", await Text(viewer, "/t/blank"), StringComparison.Ordinal); // who only reads is not asked to
        Assert.DoesNotContain("first-steps", mine, StringComparison.Ordinal); // without a criterion a filing settles nothing yet
    }

    [Fact]
    public async Task Words_are_explained_where_they_stand_on_the_board_and_on_a_shared_one()
    {
        await using var house = new ShareHouse();
        var (shared, _) = await house.Make(new() { Name = "Readers" });
        foreach (var page in new[] { $"/t/{ShareHouse.Slug}", shared })
        {
            var text = await Text(house.Reader(), page);
            foreach (var word in new[] { "Grade", "Stance", "Met", "Undisclosed", "Provisional", "Sealed", "Line", "Leg" })
                Assert.Contains($"<li><b>{word}</b>: ", text, StringComparison.Ordinal);
            Assert.Equal(3, text.Split("<details class=\"folded explained\">").Length - 1); // closed, each of them
        }
    }

    private static async Task<string> Text(HttpClient client, string page) => WebUtility.HtmlDecode(await client.GetStringAsync(page, Now));
}
