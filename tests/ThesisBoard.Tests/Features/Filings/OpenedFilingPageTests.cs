using System.Net;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Starts;
using ThesisBoard.Tests.Features.Starts;
using ThesisBoard.Tests.Features.StoredDocuments;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Filings;

/// <summary>The page of a filing that a board was begun with, as a browser without scripts has it.</summary>
public sealed class OpenedFilingPageTests
{
    private const string Board = "solid-works-pays-its-debt-down";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_figure_leads_to_its_place_and_one_box_for_scripts_ticks_them_all()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        var (page, filing) = await Begin(house, editor);
        Assert.Matches("<label class=\"all\" data-script><input type=\"checkbox\" data-all", page);

        var place = DocumentUrls.Reader(Board, filing.Documents[0].Hash, new(Facts: "us-gaap:LongTermDebtNoncurrent", Fact: "#8"));
        Assert.Contains($"href=\"{place}\" title=\"Show it in the document\">$31.0M", page, StringComparison.Ordinal);
        var reader = WebUtility.HtmlDecode(await editor.GetStringAsync(place, Now));
        Assert.Contains($"src=\"{DocumentUrls.Page(filing.Documents[0].Hash)}#tb-f-%238\"", reader, StringComparison.Ordinal);
        Assert.Contains("10 tagged facts, 3 of them figures", reader, StringComparison.Ordinal);
        Assert.Contains("id=\"tb-f-#8\">31.0<", await editor.GetStringAsync(DocumentUrls.Page(filing.Documents[0].Hash), Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_was_published_is_known_from_who_accepted_and_the_inbox_says_what_its_buttons_do()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        var (page, filing) = await Begin(house, editor);
        Assert.Contains("<dt>Filed</dt><dd>not given</dd>", page, StringComparison.Ordinal);
        var take = System.Text.RegularExpressions.Regex.Match(page, "name=\"take\" value=\"(f-[^\"]+)\"").Groups[1].Value;
        using var accepted = await editor.PostAsync(FilingUrls.Filing(Board, filing.Id), new FormUrlEncodedContent(
        [
            new("_handler", FindingsForm.Name), new("__RequestVerificationToken", await DocumentHouse.Token(editor, FilingUrls.Filing(Board, filing.Id))),
            new("act", "accept"), new("take", take), new("published", "2026-11-13"),
        ]), Now);
        Assert.Contains("<dt>Published</dt><dd>13 Nov 2026</dd>", await accepted.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);

        var inbox = WebUtility.HtmlDecode(await editor.GetStringAsync(FilingUrls.Inbox(Board), Now));
        Assert.Contains("<dt>Published</dt><dd>13 Nov 2026</dd>", inbox, StringComparison.Ordinal);
        Assert.Contains("those that wait for a person first, then those that are done", inbox, StringComparison.Ordinal);
        Assert.Contains("title=\"Lets it wait in the inbox again. What was accepted stays on the record\">Bring back", inbox, StringComparison.Ordinal);
    }

    private static async Task<(string Page, Filing Filing)> Begin(DocumentHouse house, HttpClient editor)
    {
        using var dropped = await StartSteps.Drop(editor, "q3.htm", StartSteps.Report());
        var all = new Dictionary<string, string>(StartSteps.Sound) { ["file"] = StartSteps.Typed(dropped)["file"] };
        using var made = await StartSteps.Make(editor, await DocumentHouse.Token(editor, StartUrls.Start), all, StartSteps.Breaks);
        var filing = Assert.Single(await house.Get<FilingShelf>().Everything(Store.Machine, Board));
        return (WebUtility.HtmlDecode(await editor.GetStringAsync(FilingUrls.Filing(Board, filing.Id), Now)), filing);
    }
}
