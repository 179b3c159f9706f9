using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Audit;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Judgements;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Observations;
using ThesisBoard.Tests.Features.Shares;
using ThesisBoard.Tests.Features.StoredDocuments;
using Xunit;
using Store = ThesisBoard.Tests.Data.Store;

namespace ThesisBoard.Tests.Features.Audits;

/// <summary>The audit and the corrections of a board as pages, and the bundle as a download.</summary>
public sealed partial class AuditPageTests
{
    private const string Slug = DocumentHouse.Slug;

    [Fact]
    public async Task The_page_says_what_was_checked_and_gives_the_head_and_the_key()
    {
        await using var house = new DocumentHouse();
        using var reader = await house.Client(Role.Anonymous);
        var page = await reader.GetStringAsync(AuditUrls.Audit(Slug));
        Assert.Contains("All of it holds", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Fails<", page, StringComparison.Ordinal);
        Assert.Contains((await house.Get<AuditReader>().Read(Slug, default))!.Report.Head!.Value.Hex, page, StringComparison.Ordinal);
        var key = await house.Get<SigningKeys>().Public(default);
        Assert.Contains(key.Hash.Hex, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Download the bundle", page, StringComparison.Ordinal);
        Assert.Equal(key.Pem, await reader.GetStringAsync(AuditUrls.Key));
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", key.Pem, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", await reader.GetStringAsync(AuditUrls.Key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_is_for_members_and_holds_where_it_is_checked()
    {
        await using var house = new DocumentHouse();
        using var nobody = await house.Client(Role.Anonymous);
        using (var refused = await nobody.GetAsync(AuditUrls.Bundle(Slug), TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var viewer = await house.Client(Role.Viewer);
        foreach (var withDocuments in new[] { true, false })
        {
            var bundle = await viewer.GetByteArrayAsync(AuditUrls.Bundle(Slug, withDocuments), TestContext.Current.CancellationToken);
            var found = await AuditHouse.Verify(bundle, (await house.Get<SigningKeys>().Public(default)).Hash);
            Assert.True(found.IsSound, string.Join('\n', found.Report.Findings));
        }

        Assert.Contains("Download the bundle", await viewer.GetStringAsync(AuditUrls.Audit(Slug)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_somebody_changed_in_the_database_is_named_on_the_page()
    {
        await using var house = new DocumentHouse();
        using var reader = await house.Client(Role.Anonymous);
        await using (var db = new SqliteConnection($"Data Source={house.DatabaseFile}"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = "UPDATE Evidence SET Claim = Claim || ' <b>not</b>' WHERE Key = (SELECT min(Key) FROM Evidence)";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var page = WebUtility.HtmlDecode(await reader.GetStringAsync(AuditUrls.Audit(Slug)));
        Assert.Contains("1 finding: this board does not hold", page, StringComparison.Ordinal);
        Assert.Matches("evidence '[a-z0-9-]+'</b> it is not on the board as the log tells it", page);
    }

    [Fact]
    public async Task What_was_corrected_is_listed_with_what_it_was_and_why_and_what_was_only_added_is_not()
    {
        await using var house = new DocumentHouse();
        var boards = house.Get<BoardTransaction>();
        async Task Save(Func<StoredBoard, BoardWrite> write) =>
            Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, Slug, write((await house.Get<BoardShelf>().Board(Slug, default))!)));
        var board = (await house.Get<BoardShelf>().Board(Slug, default))!;
        var figure = board.Content.Record.Observations.First(o => o.Metric == "btc-sold");
        await Save(_ => new RecordObservations([figure with { Key = "only-added", Period = Period.At(new(2030, 1, 1)) }]));
        await Save(b => new EditObservation(figure with { Value = Quantity.Btc(99), Note = "A digit was misread." }, b.RowVersion(ItemKind.Observation, figure.Key)));
        await Save(_ => new RecordObservations([figure with { Key = "restated", Value = Quantity.Btc(98), Restates = true, Note = "The issuer restated it." }]));
        await Save(b => new WithdrawEvidence(b.Content.Record.Evidence[0].Key, "It was a <script>forgery</script>.", b.RowVersion(ItemKind.Evidence, b.Content.Record.Evidence[0].Key)));
        await Save(b => new JudgeCriterion("on-chain-check", 1, Standing.Met, "The addresses were shown to me.", [], b.RowVersion(ItemKind.Criterion, "on-chain-check")));
        using var reader = await house.Client(Role.Anonymous);
        var html = await reader.GetStringAsync(AuditUrls.Corrections(Slug));
        Assert.DoesNotContain("<script>forgery", html, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(html);
        Assert.Equal(["judged by a person", "withdrawn", "restated", "corrected"], Tags().Matches(page).Select(m => m.Groups[1].Value));
        foreach (var words in new[] { "A digit was misread.", "The issuer restated it.", "It was a <script>forgery</script>.", "The addresses were shown to me.", "99 BTC" })
            Assert.Contains(words, page.Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(2, page.Split("It was a <script>forgery</script>.").Length); // the summary says it, so nothing says it again
        Assert.DoesNotContain("only-added", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_of_a_contract_is_listed_with_its_reason_and_many_go_on_from_page_to_page()
    {
        await using var house = new DocumentHouse();
        var boards = house.Get<BoardTransaction>();
        for (var n = 2; n <= 40; n++)
        {
            var board = (await house.Get<BoardShelf>().Board(Slug, default))!;
            var criterion = board.Content.Thesis.Criteria.Single(c => c.Key == "on-chain-check");
            var next = criterion.Contracts[^1] with { From = new(2030, 1, 1), Reason = $"Reason {n}.", Question = $"Question {n}?" };
            Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, Slug, new ReviseCriterion(criterion.Key, next, board.RowVersion(ItemKind.Criterion, criterion.Key))));
            board = (await house.Get<BoardShelf>().Board(Slug, default))!;
            Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, Slug, new SealCriterion(criterion.Key, board.RowVersion(ItemKind.Criterion, criterion.Key))));
        }

        using var reader = await house.Client(Role.Anonymous);
        var (seen, at) = (new List<string>(), AuditUrls.Corrections(Slug));
        while (at is not null)
        {
            var page = await reader.GetStringAsync(at);
            seen.AddRange(Reasons().Matches(page).Select(m => m.Value));
            at = Next().Match(page) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(Enumerable.Range(2, 39).Reverse().Select(n => $">Reason {n}.<"), seen);
    }

    [Fact]
    public async Task A_figure_that_a_file_brings_in_with_a_whole_board_is_a_correction_too()
    {
        await using var house = new DocumentHouse();
        var board = (await house.Get<BoardShelf>().Board(Slug, default))!;
        var content = board.Content with { Record = board.Content.Record with { Observations = [.. board.Content.Record.Observations.Select((o, i) => i == 0 ? o with { Note = "Quietly another." } : o)] } };
        Assert.IsType<WriteResult.Saved>(await house.Get<BoardTransaction>().Save(Store.Machine, Slug, new ThesisBoard.Features.Theses.ImportThesis(content, board.RowVersion(ItemKind.Thesis))));
        using var reader = await house.Client(Role.Anonymous);
        var page = WebUtility.HtmlDecode(await reader.GetStringAsync(AuditUrls.Corrections(Slug)));
        Assert.Contains("The whole board was exchanged", page, StringComparison.Ordinal);
        Assert.Contains($"Figure {board.Content.Record.Observations[0].Key}: Note", page, StringComparison.Ordinal);
        Assert.Contains("1 difference<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_link_that_follows_its_board_shows_corrections_without_names_and_a_pinned_one_has_none()
    {
        await using var house = new ShareHouse();
        var (live, _) = await house.Make(new() { Name = "Live" });
        var (pinned, _) = await house.Make(new() { Name = "Pinned", PinnedOn = new(2026, 5, 31) });
        var (locked, _) = await house.Make(new() { Name = "Locked", Password = "correct horse" });
        var board = (await house.Get<BoardShelf>().Board(Slug, default))!;
        var figure = board.Content.Record.Observations[0];
        await house.Save(new EditObservation(figure with { Note = "A digit was misread." }, board.RowVersion(ItemKind.Observation, figure.Key)));
        using var reader = house.Reader();
        Assert.Contains($"{live}/corrections", await reader.GetStringAsync(live, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = await reader.GetStringAsync($"{live}/corrections", TestContext.Current.CancellationToken);
        Assert.Contains("A digit was misread.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Store.Machine.Name + " ·", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/t/{Slug}", page, StringComparison.Ordinal);
        foreach (var none in new[] { pinned, locked, "/s/guessed" })
        {
            using var refused = await reader.GetAsync($"{none}/corrections", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    [GeneratedRegex("<span class=\"tag[^\"]*\">([^<]+)</span> <time")]
    private static partial Regex Tags();

    [GeneratedRegex(">Reason [0-9]+\\.<")]
    private static partial Regex Reasons();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
