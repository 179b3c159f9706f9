using System.Net;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Starts;
using ThesisBoard.Tests.Features.Shares;
using Xunit;

namespace ThesisBoard.Tests.Features.Starts;

/// <summary>"Make it mine": from the sample to an own draft.</summary>
public sealed class CopyPageTests
{
    private static readonly string Copy = StartUrls.Copy(ShareHouse.Slug);
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_offered_on_the_sample_to_who_may_make_boards_and_not_there_for_others()
    {
        await using var house = new ShareHouse();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = role == Role.Anonymous ? house.Reader() : await house.Member(role);
            Assert.Equal(role >= Role.Editor, (await client.GetStringAsync($"/t/{ShareHouse.Slug}", Now)).Contains(Copy, StringComparison.Ordinal));
            using var page = await client.GetAsync(Copy, Now);
            Assert.Equal(role >= Role.Editor ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.StatusCode);
        }
    }

    [Fact]
    public async Task The_thesis_comes_as_a_draft_that_can_be_edited_under_its_own_name_without_a_record()
    {
        await using var house = new ShareHouse();
        using var editor = await house.Member(Role.Editor);
        using var made = await ShareHouse.Post(editor, Copy, "copy", ("Title", "My miner"), ("Brings", "thesis"));
        Assert.Equal("/t/my-miner", made.RequestMessage!.RequestUri!.AbsolutePath);

        var (mine, sample) = ((await Board(house, "my-miner")).Content, (await Board(house, ShareHouse.Slug)).Content);
        Assert.Equal((ThesisStage.Draft, false, "My miner"), (mine.Thesis.Stage, mine.Thesis.IsSample, mine.Thesis.Title));
        Assert.Equal(sample.Thesis.Criteria.Select(c => (c.Key, c.Contracts[^1].Rule)), mine.Thesis.Criteria.Select(c => (c.Key, c.Contracts[^1].Rule)));
        Assert.Equal(sample.Thesis.Metrics, mine.Thesis.Metrics);
        Assert.All(mine.Thesis.Criteria.SelectMany(c => c.Contracts), v => Assert.Null(v.Seal));
        Assert.Equal((0, 0, 0), (mine.Record.Observations.Count, mine.Record.Evidence.Count, mine.Record.Sources.Count));
        Assert.True((await house.Get<AccessShelf>().Of("my-miner", Now)).IsPublic);
        Assert.NotEqual(ThesisStage.Draft, sample.Thesis.Stage); // and the sample is as it was
        Assert.DoesNotContain(">sample</span>", await made.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_record_comes_along_where_that_is_chosen_and_stands_where_the_original_stands()
    {
        await using var house = new ShareHouse();
        using var editor = await house.Member(Role.Editor);
        using var made = await ShareHouse.Post(editor, Copy, "copy", ("Title", "My miner"), ("Brings", "record"), ("IsPrivate", "true"));
        Assert.True(made.IsSuccessStatusCode);

        var (mine, sample) = ((await Board(house, "my-miner")).Content, (await Board(house, ShareHouse.Slug)).Content);
        Assert.Equal(sample.Record.Sources, mine.Record.Sources);
        Assert.Equal(sample.Record.Evidence.Select(e => e.Key), mine.Record.Evidence.Select(e => e.Key));
        Assert.All(mine.Record.Observations, o => Assert.Equal(house.Clock.GetUtcNow().UtcDateTime, o.Recorded!.Value.Utc));
        Assert.Empty(mine.Record.Judgements);
        Assert.False((await house.Get<AccessShelf>().Of("my-miner", Now)).IsPublic);
        var reader = house.Get<ThesisBoard.Features.Boards.BoardReader>();
        var (one, other) = ((await reader.Read("my-miner", new(2026, 11, 22), Now))!.State, (await reader.Read(ShareHouse.Slug, new(2026, 11, 22), Now))!.State);
        Assert.Equal(other.Criteria.Select(c => (c.Key, c.Rule.Standing)), one.Criteria.Select(c => (c.Key, c.Rule.Standing)));
    }

    [Fact]
    public async Task What_only_members_read_is_copied_for_members_only_until_somebody_decides_otherwise()
    {
        await using var house = new ShareHouse();
        await house.Save(new ThesisBoard.Features.Theses.CreateThesis("secret", "A secret", "", new() { Name = "Somebody" }, IsPrivate: true), "secret");
        using var editor = await house.Member(Role.Editor);
        Assert.Matches("name=\"IsPrivate\" value=\"true\" checked", await editor.GetStringAsync(StartUrls.Copy("secret"), Now));
        Assert.DoesNotMatch("name=\"IsPrivate\" value=\"true\" checked", await editor.GetStringAsync(Copy, Now));
        using var made = await ShareHouse.Post(editor, StartUrls.Copy("secret"), "copy", ("Title", " "), ("Brings", "thesis"), ("IsPrivate", "true"));
        Assert.Equal("/t/a-secret", made.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private static async Task<StoredBoard> Board(ShareHouse house, string slug) => (await house.Get<BoardShelf>().Board(slug, Now))!;
}
