using System.Net;
using ThesisBoard.CommandLine;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Api;

/// <summary>What is read is what every other face shows, comes with its version, and comes in bounded pages.</summary>
public sealed class ApiReadTests
{
    [Fact]
    public async Task A_board_on_a_date_is_what_judge_writes_and_its_file_what_export_writes()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Viewer, mayWrite: false);
        var shown = await house.Get<BoardReader>().Read(ApiHouse.Slug, new(2026, 5, 31), default);
        Assert.Equal(JudgeJson.Write(shown!.State), (await program.Get($"{ApiHouse.Board}/state?asOf=2026-05-31")).Body);
        Assert.Equal(Store.SampleText(), (await program.Get($"{ApiHouse.Board}/thesis")).Body);
        var board = (await program.Get(ApiUrls.Boards)).Json["items"]!.AsArray().Single();
        Assert.Equal(("cango-ai-pivot", "Strained", "Cango Inc."), ((string?)board!["slug"], (string?)board["verdict"], (string?)board["issuer"]));
        Assert.Equal(board.ToJsonString(), (await program.Get(ApiHouse.Board)).Json.ToJsonString());
        var wrong = await program.Get($"{ApiHouse.Board}/state?asOf=31.5.2026");
        Assert.Equal(("unreadable", "asOf"), (wrong.Code, wrong.Error.Field));
    }

    [Fact]
    public async Task What_the_caller_has_already_is_not_sent_again_until_it_changes()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Editor);
        string[] paths = [ApiUrls.Boards, .. new[] { "", "/state", "/thesis", "/criteria", "/evidence", "/observations?metric=btc-sold", "/sources", "/log" }.Select(p => ApiHouse.Board + p)];
        var tags = new Dictionary<string, string>();
        foreach (var path in paths)
        {
            var first = await program.Get(path);
            Assert.True(first.Status == HttpStatusCode.OK && first.Tag is not null && !first.Headers.ETag!.IsWeak, path);
            var again = await program.Get(path, tags[path] = first.Tag!);
            Assert.Equal((HttpStatusCode.NotModified, "", first.Tag), (again.Status, again.Body, again.Tag));
            Assert.True(again.Headers.CacheControl is { Private: true, NoCache: true }, path);
        }

        var source = """{"key":"new","kind":"news","grade":"press","title":"T","publisher":"P","published":"2026-11-01"}""";
        Assert.Equal(HttpStatusCode.Created, (await program.Post($"{ApiHouse.Board}/sources", source)).Status);
        foreach (var path in paths)
            Assert.True((await program.Get(path, tags[path])).Status == HttpStatusCode.OK, $"{path} did not notice the change.");
    }

    [Fact]
    public async Task A_list_comes_in_pages_that_together_are_all_of_it()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Viewer);
        var stored = await house.Stored();
        foreach (var (noun, count) in new[] { ("observations", stored.Content.Record.Observations.Count), ("criteria", stored.Content.Thesis.Criteria.Count), ("sources", stored.Content.Record.Sources.Count) })
        {
            var (keys, path) = (new List<string>(), $"{ApiHouse.Board}/{noun}?limit=7");
            while (path is not null)
            {
                var page = (await program.Get(path)).Json;
                Assert.InRange(page["items"]!.AsArray().Count, 1, 7);
                keys.AddRange(page["items"]!.AsArray().Select(i => (string)i!["value"]!["key"]!));
                path = (string?)page["next"];
            }

            Assert.Equal((count, count), (keys.Count, keys.Distinct().Count()));
        }

        var sold = (await program.Get($"{ApiHouse.Board}/observations?metric=btc-sold&limit=2")).Json;
        Assert.All(sold["items"]!.AsArray(), item => Assert.Equal("btc-sold", (string?)item!["value"]!["metric"]));
        Assert.Contains("metric=btc-sold", (string?)sold["next"], StringComparison.Ordinal);
        foreach (var wrong in (string[])["/evidence?limit=201", "/evidence?limit=0", "/evidence?limit=x", "/evidence?after=none", "/log?before=x"])
            Assert.Equal("unreadable", (await program.Get(ApiHouse.Board + wrong)).Code);
    }

    [Fact]
    public async Task The_log_is_read_and_comments_are_for_members()
    {
        await using var house = new ApiHouse();
        var (member, stranger) = (await house.Program(Role.Reviewer), await house.Program(Role.Anonymous));
        var said = await member.Post($"{ApiHouse.Board}/comments", """{"place":"criterion","key":"debt-reduction","text":"Look at page 3."}""");
        Assert.Equal(HttpStatusCode.Created, said.Status);
        Assert.Equal("Look at page 3.", (string?)(await member.Get($"{ApiHouse.Board}/comments")).Json["items"]![0]!["text"]);
        Assert.Equal("Look at page 3.", (await house.Get<CommentShelf>().ReadShared(ApiHouse.Slug, true))!.On(new(CommentPlace.Criterion, "debt-reduction")).Single().Comments.Single().Text);
        Assert.Equal("not-found", (await stranger.Get($"{ApiHouse.Board}/comments")).Code);
        Assert.Equal("not-allowed", (await stranger.Post($"{ApiHouse.Board}/comments", """{"place":"criterion","key":"debt-reduction","text":"Hello"}""")).Code);
        var log = (await stranger.Get($"{ApiHouse.Board}/log?limit=1")).Json;
        Assert.Equal("ImportThesis", (string?)log["items"]![0]!["verb"]);
    }

    [Fact]
    public async Task What_is_no_address_of_the_API_is_a_problem_too()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Viewer);
        Assert.Equal("not-found", (await program.Get("/api/v1/nothing")).Code);
        Assert.Equal("not-found", (await program.Get($"{ApiHouse.Board}/evidence/none")).Code);
        Assert.Equal("method", (await program.Send(HttpMethod.Patch, $"{ApiHouse.Board}/evidence")).Code);
    }
}
