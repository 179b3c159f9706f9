using System.Net;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Features.Shares;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Criteria;

/// <summary>The pages of contracts and of the review, as browsers without scripts use them.</summary>
public sealed class ContractsPageTests
{
    private const string Draft = "drafted";
    private const string Contracts = $"/t/{ShareHouse.Slug}/contracts";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_reads_when_a_contract_was_sealed_and_after_what_and_only_editors_find_a_form()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var page = await Read(reader, Contracts);
        Assert.Contains("Version 1 was sealed on 26 Nov 2026, 08:00 UTC by ThesisBoard, after ", page, StringComparison.Ordinal);
        Assert.Contains("It judges the days before, too.", page, StringComparison.Ordinal);
        Assert.Contains(Store.Sample().Thesis.Criteria[0].Contracts[0].Seal!.Hash.Hex, page, StringComparison.Ordinal);
        Assert.Contains("9 seals came with the file from which this board was made", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Act\"", page, StringComparison.Ordinal);
        using var viewer = await house.Member(Role.Viewer);
        Assert.DoesNotContain("name=\"Act\"", await Read(viewer, Contracts), StringComparison.Ordinal);
        using var editor = await house.Member(Role.Editor);
        Assert.Contains("value=\"end\"", await Read(editor, Contracts), StringComparison.Ordinal);

        var board = await Read(reader, $"/t/{ShareHouse.Slug}");
        Assert.Contains("Active since 26 Nov 2026", board, StringComparison.Ordinal);
        Assert.Contains("Premortem: 4 ways in which the thesis could fail", board, StringComparison.Ordinal);
        Assert.DoesNotContain("not sealed", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_seals_foresees_activates_and_ends_by_plain_forms_and_each_step_says_what_it_lacks()
    {
        await using var house = await Drafted();
        using var editor = await house.Member(Role.Editor);
        var page = await Read(editor, Path);
        foreach (var words in (string[])["Draft: not sealed. Its words may still change.", "is a draft. Seal it first.", "Advice:", "0 criteria of 9 sealed"])
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("v1 draft", await Read(editor, $"/t/{Draft}"), StringComparison.Ordinal);

        Assert.Contains("is a draft. Seal it first.", await Act(editor, "activate"), StringComparison.Ordinal);
        Assert.Contains("Written down in the premortem.", await Act(editor, "foresee", ("Breaks", "It <b>rains</b>."), ("ShowsFirst", "In the sky."), ("Criterion", "debt-reduction")), StringComparison.Ordinal);
        Assert.Contains("1 criterion of 9 sealed", await Act(editor, "seal:debt-reduction"), StringComparison.Ordinal);
        Assert.Contains("9 criteria of 9 sealed", await Act(editor, "seal-all"), StringComparison.Ordinal);
        Assert.DoesNotContain("came with the file", await Read(editor, Path), StringComparison.Ordinal); // all of them were made here
        Assert.Contains("The thesis is active.", await Act(editor, "activate"), StringComparison.Ordinal);
        Assert.Contains("This is empty.", await Act(editor, "end", ("Outcome", " "), ("Reason", "It held.")), StringComparison.Ordinal);
        Assert.Contains("It has ended: Held", await Act(editor, "end", ("Outcome", "Held"), ("Reason", "It held.")), StringComparison.Ordinal);

        var thesis = (await house.Get<BoardShelf>().Board(Draft, Now))!.Content.Thesis;
        Assert.Equal((ThesisStage.Ended, "The Editor", "It <b>rains</b>."), (thesis.Stage, thesis.Ended!.By, thesis.Premortem.Single().Breaks));
    }

    [Fact]
    public async Task A_form_without_its_token_from_somebody_else_or_over_another_version_does_nothing()
    {
        await using var house = await Drafted();
        using var editor = await house.Member(Role.Editor);
        using (var bare = await editor.PostAsync(Path, new FormUrlEncodedContent([new("_handler", "contract-act"), new("Act", "seal-all")]), Now))
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        using (var old = await ShareHouse.Post(editor, Path, "contract-act", ("Act", "seal:debt-reduction"), ("seen:debt-reduction", $"{Guid.NewGuid()}")))
            Assert.Contains("Somebody changed this meanwhile", await Text(old), StringComparison.Ordinal);
        using var viewer = await house.Member(Role.Viewer);
        using (var denied = await ShareHouse.Post(viewer, Path, "contract-act", ("Act", "activate")))
            Assert.Contains("You may not do this with your role", await Text(denied), StringComparison.Ordinal);
        Assert.Equal(1, (await house.Get<BoardShelf>().Board(Draft, Now))!.Version);
    }

    [Fact]
    public async Task The_review_comes_after_the_line_and_takes_lessons()
    {
        await using var house = new ShareHouse();
        using var reader = house.Reader();
        var early = await Read(reader, $"/t/{ShareHouse.Slug}/review");
        Assert.Contains("The review comes once the verdict is Broken", early, StringComparison.Ordinal);
        var ahead = await Read(reader, $"/t/{ShareHouse.Slug}/review?asOf=2027-01-01");
        Assert.Contains("days before the verdict broke", ahead, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Lesson\"", ahead, StringComparison.Ordinal);

        using var never = await reader.GetAsync($"/t/{ShareHouse.Slug}/review?asOf=soon");
        Assert.Equal(HttpStatusCode.BadRequest, never.StatusCode);
        Assert.Contains("“soon” is no date", await Text(never), StringComparison.Ordinal);

        house.Clock.Leap(TimeSpan.FromDays(40)); // to 1 January 2027
        using var editor = await house.Member(Role.Editor);
        Assert.DoesNotContain("name=\"Lesson\"", await Read(reader, $"/t/{ShareHouse.Slug}/review"), StringComparison.Ordinal);
        using var saved = await ShareHouse.Post(editor, $"/t/{ShareHouse.Slug}/review", "lesson", ("Lesson", "Ask for the customer first."));
        Assert.Contains("Ask for the customer first.", await Text(saved), StringComparison.Ordinal);
    }

    private const string Path = $"/t/{Draft}/contracts";

    private static async Task<ShareHouse> Drafted()
    {
        var house = new ShareHouse();
        var (thesis, record) = Store.Draft();
        await house.Save(new ImportThesis(new(thesis with { Slug = Draft, IsSample = false }, record)), Draft);
        return house;
    }

    /// <summary>Presses a button of the page: its form carries the versions that the page showed.</summary>
    private static async Task<string> Act(HttpClient editor, string act, params (string Name, string Value)[] fields)
    {
        var page = await editor.GetStringAsync(Path, Now);
        var seen = System.Text.RegularExpressions.Regex.Matches(page, "name=\"(seen[^\"]*)\" value=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, m.Groups[2].Value));
        using var answer = await ShareHouse.Post(editor, Path, "contract-act", [("Act", act), .. seen, .. fields]);
        return await Text(answer);
    }

    private static async Task<string> Read(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path, Now));

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
}
