using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Forecasts;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Forecasts;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.Shares;
using Xunit;

namespace ThesisBoard.Tests.Features.Forecasts;

/// <summary>A forecast from its form to its score, and every way by which somebody else could read it before.</summary>
public sealed class ForecastTests
{
    private const string Slug = ShareHouse.Slug;
    private const string Page = $"/t/{Slug}/forecasts";

    /// <summary>No other number of the sample reads like it.</summary>
    private const string Percent = "37";

    [Fact]
    public async Task Nobody_else_reads_a_sealed_forecast_over_any_page_file_or_log()
    {
        await using var house = new ShareHouse();
        using var reviewer = await house.Member(Role.Reviewer);
        await Seal(reviewer, "debt-reduction", Percent);
        Assert.Contains($"{Percent}\u202f%", await Text(reviewer, Page), StringComparison.Ordinal);

        var (salt, commitment) = await Stored(house);
        var (link, _) = await house.Make(new() { Name = "All", ShowsComments = true, ShowsDocuments = true });
        using var owner = await house.Member(Role.Owner);
        using var stranger = house.Reader();
        foreach (var reader in new[] { owner, stranger })
        {
            foreach (var path in new[] { Page, $"/t/{Slug}", $"/t/{Slug}/log", $"/t/{Slug}/thesis.json", $"/t/{Slug}/replay", $"/t/{Slug}/replay.json", $"/t/{Slug}/replay.csv", $"/t/{Slug}/audit", $"/t/{Slug}/corrections", link, $"{link}/feed.atom", $"{link}/replay" })
            {
                var text = await Text(reader, path);
                Assert.DoesNotContain(salt, text, StringComparison.Ordinal);
                Assert.DoesNotContain($"{Percent}\u202f%", text, StringComparison.Ordinal);
                Assert.DoesNotContain($"percent={Percent}", text, StringComparison.Ordinal);
            }

            Assert.Contains(commitment, await reader.GetStringAsync(Page), StringComparison.Ordinal);
        }

        Assert.Contains("<section class=\"card audit holds\"", await Text(owner, $"/t/{Slug}/audit"), StringComparison.Ordinal); // a seal is an entry of the log like others
        await using var db = await house.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync();
        var entry = Assert.Single(await db.Changes.Where(c => c.Kind == ItemKind.Forecast).ToListAsync());
        Assert.Equal((null, null), (entry.Before, entry.After));
        Assert.Contains(commitment, entry.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(Percent, entry.Summary.Replace(commitment, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_report_stands_on_file_everybody_can_check_what_was_sealed_and_it_is_scored()
    {
        await using var house = new ShareHouse();
        using var reviewer = await house.Member(Role.Reviewer);
        await Seal(reviewer, "debt-reduction", Percent);
        var (_, commitment) = await Stored(house);

        house.Clock.Leap(TimeSpan.FromDays(1));
        await house.Save(new AttachEvidence(Said, HalfYear(new(2026, 11, 23))));
        using var stranger = house.Reader();
        house.Clock.Leap(TimeSpan.FromDays(1));
        Assert.DoesNotContain($"percent={Percent}", await Text(stranger, Page), StringComparison.Ordinal); // the others have a day to contest it

        house.Clock.Leap(TimeSpan.FromDays(1));
        var page = new HtmlParser().ParseDocument(await stranger.GetStringAsync(Page));
        var words = page.QuerySelectorAll("[data-stage=Scored] code")[^1].TextContent;
        Assert.Contains($"percent={Percent}", words, StringComparison.Ordinal);
        Assert.Equal(commitment, Sha256.Of(Encoding.UTF8.GetBytes(words)).Hex);
        Assert.Contains("Brier score 0.4", page.QuerySelector("[data-stage=Scored]")!.TextContent, StringComparison.Ordinal); // (0.37 − 1)² = 0.3969
        Assert.Equal(["30–39\u202f%", "1", "37.0\u202f%", "100.0\u202f%"], page.QuerySelector(".calibration tbody tr")!.Children.Select(c => c.TextContent));
    }

    [Fact]
    public async Task A_false_report_that_is_withdrawn_in_time_reveals_nothing_to_who_put_it_on_file()
    {
        await using var house = new ShareHouse();
        using var reviewer = await house.Member(Role.Reviewer);
        await Seal(reviewer, "debt-reduction", Percent);
        house.Clock.Leap(TimeSpan.FromDays(1));
        using var editor = await house.Member(Role.Editor);
        await house.Save(new AttachEvidence(Said, HalfYear(new(2026, 11, 23))));
        Assert.DoesNotContain($"percent={Percent}", await Text(editor, Page), StringComparison.Ordinal);
        house.Clock.Leap(TimeSpan.FromHours(20));
        var board = (await house.Get<BoardShelf>().Board(Slug, default))!;
        await house.Save(new WithdrawEvidence(Said.Key, "There is no such report.", board.RowVersion(ItemKind.Evidence, Said.Key)));
        house.Clock.Leap(TimeSpan.FromDays(5));
        Assert.DoesNotContain($"percent={Percent}", await Text(editor, Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debt-reduction", "101", "between 0 and 100")]
    [InlineData("debt-reduction", "-1", "between 0 and 100")]
    [InlineData("debt-reduction", "half", "between 0 and 100")]
    [InlineData("nothing-like-it", "50", "not on this board")]
    public async Task What_makes_no_sense_is_refused_and_says_why(string criterion, string percent, string words)
    {
        await using var house = new ShareHouse();
        using var reviewer = await house.Member(Role.Reviewer);
        using var answer = await ShareHouse.Post(reviewer, Page, "seal-forecast", ("Criterion", criterion), ("Percent", percent));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = await house.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync();
        Assert.Empty(await db.Forecasts.ToListAsync());
    }

    [Fact]
    public async Task After_the_report_was_due_nothing_is_sealed_any_more_and_before_it_another_one_is_a_new_entry()
    {
        await using var store = await Store.OpenWithSample(DatabaseProvider.Sqlite);
        var reviewer = await store.Member(Role.Reviewer);
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(reviewer, Slug, new SealForecast("debt-reduction", 10)));
        Assert.IsType<WriteResult.Saved>(await store.Boards.Save(reviewer, Slug, new SealForecast("debt-reduction", 37)));
        store.Clock.Advance(TimeSpan.FromDays(60)); // the report was due on 31 Dec 2026
        var refused = Assert.IsType<WriteResult.Invalid>(await store.Boards.Save(reviewer, Slug, new SealForecast("debt-reduction", 50)));
        Assert.Contains("31 Dec 2026", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
        await using var db = await store.Databases().CreateDbContextAsync();
        Assert.Equal([10, 37], await db.Forecasts.OrderBy(f => f.Percent).Select(f => f.Percent).ToListAsync());
    }

    [Fact]
    public async Task A_viewer_has_no_form_a_machine_forecasts_nothing_and_an_undo_takes_no_forecast_back()
    {
        await using var house = new ShareHouse();
        using var viewer = await house.Member(Role.Viewer);
        Assert.DoesNotContain("name=\"Percent\"", await viewer.GetStringAsync(Page), StringComparison.Ordinal);
        Assert.IsType<WriteResult.Invalid>(await house.Get<BoardTransaction>().Save(Store.Machine, Slug, new SealForecast("debt-reduction", 50)));

        using var reviewer = await house.Member(Role.Reviewer);
        await Seal(reviewer, "debt-reduction", Percent);
        var version = (await house.Get<BoardShelf>().Version(Slug, default))!.Value;
        Assert.IsType<WriteResult.Invalid>(await house.Get<Undo>().Take(Store.Machine, Slug, version));
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync(Page)).StatusCode);
    }

    /// <summary>As a browser reads it: a page writes some characters by their numbers.</summary>
    private static async Task<string> Text(HttpClient reader, string path) => WebUtility.HtmlDecode(await reader.GetStringAsync(path));

    private static async Task Seal(HttpClient member, string criterion, string percent)
    {
        using var answer = await ShareHouse.Post(member, Page, "seal-forecast", ("Criterion", criterion), ("Percent", percent));
        Assert.Contains("Sealed. Only you see it", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<(string Salt, string Commitment)> Stored(ShareHouse house)
    {
        await using var db = await house.Get<IDbContextFactory<BoardDb>>().CreateDbContextAsync();
        var row = Assert.Single(await db.Forecasts.ToListAsync());
        return (row.Salt, row.Item().Commitment(Slug).Hex);
    }

    private static readonly EvidenceItem Said = new() { Key = "said", Source = "half-year-2026", Claim = "It says so." };

    private static Source HalfYear(DateOnly on) => new()
    {
        Key = "half-year-2026", Kind = SourceKind.Filing, Grade = Grade.UnauditedFiling, Title = "Half-year report 2026", Publisher = "Cango", Published = new(on),
        Report = new ReportRef(ReportKind.HalfYear, new(2026, 6, 30)),
    };
}
