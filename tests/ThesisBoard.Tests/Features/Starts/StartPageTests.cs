using System.Net;
using ThesisBoard.Core.Rules;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Starts;
using ThesisBoard.Tests.Features.StoredDocuments;
using Xunit;

namespace ThesisBoard.Tests.Features.Starts;

/// <summary>Four steps to an own board, without scripts and without EDGAR.</summary>
public sealed class StartPageTests
{
    private const string Made = "/t/solid-works-pays-its-debt-down";
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_there_for_who_may_make_boards_and_offered_to_nobody_else()
    {
        await using var house = new DocumentHouse();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await house.Client(role);
            using var answer = await client.GetAsync(StartUrls.Start, Now);
            Assert.Equal(role >= Role.Editor ? HttpStatusCode.OK : role == Role.Anonymous ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal(role >= Role.Editor, (await client.GetStringAsync("/", Now)).Contains($"href=\"{StartUrls.Start}\"", StringComparison.Ordinal));
            using var made = await StartSteps.Make(client, await TokenOf(client), StartSteps.Sound, StartSteps.Breaks);
            Assert.Equal(role >= Role.Editor, await house.Get<BoardShelf>().Version(Made[3..], Now) is not null);
            if (role >= Role.Editor)
                break;
        }
    }

    [Fact]
    public async Task Four_steps_make_a_draft_with_an_issuer_a_claim_criteria_with_rules_and_a_line()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        using var made = await StartSteps.Make(editor, await TokenOf(editor), StartSteps.Sound, StartSteps.Breaks);

        Assert.Equal(Made, made.RequestMessage!.RequestUri!.AbsolutePath);
        var page = await made.Content.ReadAsStringAsync(Now);
        Assert.Contains("id=\"first-steps\"", page, StringComparison.Ordinal);
        var (thesis, record) = (await house.Get<BoardShelf>().Board(Made[3..], Now))!.Content;
        Assert.Equal(("Solid Works pays its debt down", "Solid Works Inc.", "SLDW", 1234567L, ThesisStage.Draft), (thesis.Title, thesis.Issuer.Name, thesis.Issuer.Ticker, thesis.Issuer.Cik, thesis.Stage));
        Assert.Equal(["Long-term debt stays at or below $40.0M", "Net income is at or above $0"], thesis.Criteria.Select(c => c.Title));
        Assert.Equal(new ThresholdRule("long-term-debt", 35_000_000, 40_000_000), thesis.Criteria[0].Contracts[0].Rule);
        Assert.All(thesis.Criteria, c => Assert.Null(Assert.Single(c.Contracts).Seal));
        Assert.Equal([thesis.Criteria[0].Key], thesis.Line!.Legs);
        Assert.Equal([CriterionGroup.InvalidationLine, CriterionGroup.Risks], thesis.Criteria.Select(c => c.Group)); // what is ticked decides at the line, the rest is watched
        Assert.Empty(record.Observations);
    }

    [Fact]
    public async Task The_line_can_wait_for_reports_and_the_board_be_for_members_and_not_watched()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        var typed = new Dictionary<string, string>(StartSteps.Sound) { ["private"] = "on", ["when"] = "reports", ["reports"] = "2" };
        typed.Remove("watch");
        using var made = await StartSteps.Make(editor, await TokenOf(editor), typed, StartSteps.Breaks);

        var thesis = (await house.Get<BoardShelf>().Board(Made[3..], Now))!.Content.Thesis;
        Assert.Equal((2, "the debt wins"), (thesis.Line!.Deadline.Next, thesis.Line.Consequence));
        Assert.False((await house.Get<AccessShelf>().Of(Made[3..], Now)).IsPublic);
        Assert.False((await house.Get<FilingShelf>().Watch(Made[3..], Now))!.IsOn);
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.Client(Role.Anonymous)).GetAsync(Made, Now)).StatusCode);
    }

    [Fact]
    public async Task A_step_that_is_not_sound_is_shown_again_with_what_to_do_and_what_was_typed()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        async Task<string> Show(int asked, IReadOnlyDictionary<string, string> typed, params string[] breaks) => WebUtility.HtmlDecode(await editor.GetStringAsync(StartSteps.At(asked, typed, breaks), Now));

        Assert.Equal(1, StartSteps.StepOf(await Show(4, new Dictionary<string, string>())));
        var wrong = new Dictionary<string, string>(StartSteps.Sound) { ["cik"] = "CIK 12", ["claim"] = "Ελληνικά “quoted” & <b>bold</b>" };
        var first = await Show(2, wrong);
        Assert.Equal((1, "CIK 12"), (StartSteps.StepOf(first), StartSteps.Field(first, "cik")));
        Assert.Contains("A CIK is a number of up to ten digits", first, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", first, StringComparison.Ordinal);

        wrong["cik"] = "1234567";
        wrong["debt-break"] = "1,5";
        wrong["loss-warn"] = "−1M";
        var third = await Show(4, wrong, "debt", "loss", "promise");
        Assert.Equal((3, "1,5"), (StartSteps.StepOf(third), StartSteps.Field(third, "debt-break")));
        Assert.Contains("“1,5” is no amount", third, StringComparison.Ordinal);
        Assert.Contains("a level above the one at which it breaks", third, StringComparison.Ordinal);
        Assert.Contains("Write it in a few words.", third, StringComparison.Ordinal);
        Assert.Contains("Choose the day.", third, StringComparison.Ordinal);
        Assert.Contains("4 things to mend", third, StringComparison.Ordinal);

        Assert.Contains("Tick what could break it", await Show(4, StartSteps.Sound), StringComparison.Ordinal);
        var second = await editor.GetStringAsync(StartSteps.At(2, wrong, "debt"), Now); // back: nothing of it is lost, and nothing is complained about
        Assert.Equal((2, wrong["claim"]), (StartSteps.StepOf(second), StartSteps.Field(second, "claim")));
        Assert.DoesNotContain("aria-invalid", second, StringComparison.Ordinal);
        Assert.Equal("debt", StartSteps.Field(second, "b"));
    }

    [Fact]
    public async Task A_last_step_that_is_not_sound_is_led_back_to_and_makes_nothing()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        foreach (var (name, text, says) in new[] { ("leg", "", "Tick at least one"), ("by", "2001-01-01", "is not ahead"), ("by", "soon", "Choose the day"), ("then", "", "Say what it means"), ("name", "", "Which company is it about?"), ("debt-break", "much", "is no amount") })
        {
            var typed = new Dictionary<string, string>(StartSteps.Sound) { [name] = text };
            using var answer = await StartSteps.Make(editor, await TokenOf(editor), typed, StartSteps.Breaks);
            Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now)), StringComparison.Ordinal);
            Assert.Equal(StartUrls.Start, answer.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.DoesNotContain("__Request", answer.RequestMessage.RequestUri.Query, StringComparison.Ordinal);
        }

        Assert.Null(await house.Get<BoardShelf>().Version(Made[3..], Now));
    }

    [Fact]
    public async Task A_name_that_is_taken_gets_a_number_and_what_others_wrote_stays_text()
    {
        await using var house = new DocumentHouse();
        using var editor = await house.Client(Role.Editor);
        var typed = new Dictionary<string, string>(StartSteps.Sound) { ["name"] = "<script>alert(1)</script>", ["nobody"] = "knows this" };
        for (var n = 0; n < 2; n++)
        {
            using var made = await StartSteps.Make(editor, await TokenOf(editor), typed, StartSteps.Breaks);
            Assert.Equal(n == 0 ? Made : $"{Made}-2", made.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.DoesNotContain("<script>alert", await made.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("name=\"nobody\"", await editor.GetStringAsync(StartSteps.At(2, typed), Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_words_in_any_script_fit_into_the_address_of_the_real_server()
    {
        await using var house = Editing.CircuitHouse.Start();
        using var editor = await house.Member(Role.Editor);
        var longest = new string('債', 200);
        var typed = new Dictionary<string, string>(StartSteps.Sound)
        {
            ["name"] = longest, ["claim"] = longest, ["more"] = new('務', StartForm.LongestText), ["promise-what"] = longest, ["promise-by"] = "2199-01-01", ["own-what"] = longest, ["own-shows"] = longest, ["then"] = new('敗', 500),
        };
        using var page = await editor.Http.GetAsync(StartSteps.At(4, typed, "debt", "loss", "promise", "own"), Now);
        Assert.Equal((HttpStatusCode.OK, 4), (page.StatusCode, StartSteps.StepOf(await page.Content.ReadAsStringAsync(Now))));
    }

    /// <summary>A page with a form of its own, for who does not see the steps.</summary>
    private static async Task<string> TokenOf(HttpClient client)
    {
        using var page = await client.GetAsync(StartUrls.Start, Now);
        return page.IsSuccessStatusCode ? await DocumentHouse.Token(client, StartUrls.Start) : "none";
    }
}
