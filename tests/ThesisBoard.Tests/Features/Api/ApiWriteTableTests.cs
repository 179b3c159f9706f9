using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Judgements;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Reviews;
using ThesisBoard.Features.Sources;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using ThesisBoard.Tests.Features.Members;
using Xunit;

namespace ThesisBoard.Tests.Features.Api;

/// <summary>
/// Every write of the API × everybody who may try it, with a token that writes and with one that only reads. The weakest role is that of the domain's write, in the
/// table of all writes (<see cref="BoardWriteExamples"/>); a route without a row fails.
/// </summary>
public sealed class ApiWriteTableTests
{
    private const string Criterion = "/criteria/{key}";

    private static readonly IReadOnlyList<ApiWriteRow> Rows =
    [
        new("POST /sources", typeof(AddSource), b => new("/sources", Item(b.Content.Record.Sources[0], "another"))),
        new("PUT /sources/{key}", typeof(EditSource), b => new("/sources/release", Item(b.Content.Record.Sources.First(s => s.Key == "release"), "release", ("title", "New")), Tag(b, ItemKind.Source, "release"))),
        new("POST /evidence", typeof(AttachEvidence), b => new("/evidence", Item(b.Content.Record.Evidence[0], "other"))),
        new("PUT /evidence/{key}", typeof(EditEvidence), b => new("/evidence/claim", Item(b.Content.Record.Evidence[0], "claim", ("claim", "New.")), Tag(b, ItemKind.Evidence, "claim"))),
        new("POST /evidence/{key}/withdrawal", typeof(WithdrawEvidence), b => new("/evidence/claim/withdrawal", """{"reason":"Misread."}""", Tag(b, ItemKind.Evidence, "claim"))),
        new("POST /evidence/{key}/reinstatement", typeof(ReinstateEvidence), b => new("/evidence/retracted/reinstatement", """{"reason":"It was right."}""", Tag(b, ItemKind.Evidence, "retracted"))),
        new("DELETE /evidence/{key}", typeof(RemoveEvidence), b => new("/evidence/claim", null, Tag(b, ItemKind.Evidence, "claim"))),
        new("POST /observations", typeof(RecordObservations), b => new("/observations", $$"""{"observations":[{{Item(b.Content.Record.Observations[0], "next", ("period", "2026-06-30"))}}]}""")),
        new("PUT /observations/{key}", typeof(EditObservation), b => new("/observations/figure", Item(b.Content.Record.Observations[0], "figure", ("value", "7 USD")), Tag(b, ItemKind.Observation, "figure"))),
        new("POST /observations/{key}/withdrawal", typeof(WithdrawObservation), b => new("/observations/figure/withdrawal", """{"reason":"Misread."}""", Tag(b, ItemKind.Observation, "figure"))),
        new("POST /observations/{key}/reinstatement", typeof(ReinstateObservation), b => new("/observations/misread/reinstatement", """{"reason":"It was right."}""", Tag(b, ItemKind.Observation, "misread"))),
        new("DELETE /observations/{key}", typeof(RemoveObservation), b => new("/observations/figure", null, Tag(b, ItemKind.Observation, "figure"))),
        new("POST /criteria", typeof(AddCriterion), b => new("/criteria", Item(b.Content.Thesis.Criteria[0], "other"))),
        new($"POST {Criterion}/versions", typeof(ReviseCriterion), b => new("/criteria/leg/versions", Draft(b.Content.Thesis.Criteria[0].Contracts[0]), Tag(b, ItemKind.Criterion, "leg"))),
        new($"PUT {Criterion}/draft", typeof(EditDraft), b => new("/criteria/watch/draft", Draft(b.Content.Thesis.Criteria[1].Contracts[1]), Tag(b, ItemKind.Criterion, "watch"))),
        new($"DELETE {Criterion}/draft", typeof(DropDraft), b => new("/criteria/watch/draft", null, Tag(b, ItemKind.Criterion, "watch"))),
        new($"POST {Criterion}/seal", typeof(SealCriterion), b => new("/criteria/watch/seal", null, Tag(b, ItemKind.Criterion, "watch"))),
        new($"POST {Criterion}/judgements", typeof(JudgeCriterion), b => new("/criteria/leg/judgements", """{"version":1,"standing":"met","reason":"Read it."}""", Tag(b, ItemKind.Criterion, "leg"))),
        new("DELETE /judgements/{key}", typeof(WithdrawJudgement), b => new("/judgements/opinion", null, Tag(b, ItemKind.Judgement, "opinion"))),
        new($"POST {Criterion}/approvals", typeof(ApproveCriterion), b => new("/criteria/leg/approvals", null, $"\"{ReviewBasis.Of(b.Content.Thesis, b.Content.Record, "leg")!.Hash.Hex}\"")),
        new("DELETE /approvals/{key}", typeof(RevokeApproval), b => new($"/approvals/{b.Content.Record.Approvals[0].Key}", null, Tag(b, ItemKind.Approval, b.Content.Record.Approvals[0].Key))),
        new("POST /comments", typeof(AddComment), _ => new("/comments", """{"place":"criterion","key":"leg","text":"Look."}""")),
    ];

    [Fact]
    public async Task Every_write_of_the_API_has_its_row()
    {
        await using var house = new ApiHouse();
        var begin = ApiUrls.Boards + "/{slug}";
        var routes =
            from endpoint in house.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            where endpoint.RoutePattern.RawText!.StartsWith(ApiUrls.Any, StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            where method != "GET"
            select $"{method} {endpoint.RoutePattern.RawText![begin.Length..]}";
        Assert.Equal(routes.Order(StringComparer.Ordinal), Rows.Select(r => r.Route).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_write_goes_through_for_those_who_may_and_changes_nothing_for_all_others()
    {
        await using var house = new ApiHouse();
        var people = new List<(Person Who, Actor Actor, ApiCaller Writes, ApiCaller Reads)>();
        foreach (var person in WriteTableTests.People)
        {
            var actor = person.IsSignedIn ? await house.SignIn(person.Everywhere, person.Name) : Actor.Anonymous;
            people.Add(person.IsSignedIn ? (person, actor, await house.Program(actor), await house.Program(actor, mayWrite: false)) : (person, actor, house.Caller(null), house.Caller("tbpat_wrong")));
        }

        foreach (var row in Rows)
        {
            foreach (var (who, actor, writes, reads) in people)
            {
                var slug = await Board(house, $"b-{Rows.ToList().IndexOf(row)}-{people.FindIndex(p => p.Who == who)}", who, actor);
                var isReader = who.Here != Role.Anonymous || who.Everywhere != Role.Anonymous;
                await MustBeRefused(house, slug, row, reads, !who.IsSignedIn ? "token-needed" : isReader ? "not-allowed" : "not-found", who);
                if (who.Here < Weakest(row) && who.Everywhere < Weakest(row))
                {
                    await MustBeRefused(house, slug, row, writes, !who.IsSignedIn ? "token-needed" : isReader ? "not-allowed" : "not-found", who);
                    continue;
                }

                var before = await State(house, slug);
                var answer = await Send(house, slug, row, writes);
                Assert.True((int)answer.Status is 200 or 201 or 204, $"{who.Name} got {answer.Status} at {row.Route}: {answer.Body}");
                Assert.True(before != await State(house, slug), $"{who.Name} got through with {row.Route}, and nothing changed.");
            }
        }
    }

    private static Role Weakest(ApiWriteRow row) => row.Write == typeof(AddComment) ? Role.Reviewer : BoardWriteExamples.Writes[row.Write].Weakest;

    private static async Task MustBeRefused(ApiHouse house, string slug, ApiWriteRow row, ApiCaller caller, string code, Person who)
    {
        var before = await State(house, slug);
        var answer = await Send(house, slug, row, caller);
        Assert.True(answer.Code == code, $"{who.Name} got {answer.Status} at {row.Route}: {answer.Body}");
        Assert.True(before == await State(house, slug), $"{who.Name} was refused {row.Route}, and yet something changed.");
    }

    private static async Task<ApiAnswer> Send(ApiHouse house, string slug, ApiWriteRow row, ApiCaller caller)
    {
        var call = row.Example(await house.Stored(slug));
        return await caller.Send(new(row.Route.Split(' ')[0]), ApiUrls.Board(slug) + call.Path, call.Body, ("If-Match", call.Tag));
    }

    private static async Task<(long Version, Guid Talk)> State(ApiHouse house, string slug) =>
        ((await house.Stored(slug)).Version, (await house.Get<CommentShelf>().ReadShared(slug, true))!.Stamp);

    /// <summary>A members' board on which every write has something to do, and the person's role on it.</summary>
    private static async Task<string> Board(ApiHouse house, string slug, Person who, Actor actor)
    {
        var small = BoardWriteExamples.SmallBoard();
        var boards = house.Get<BoardTransaction>();
        Assert.IsType<WriteResult.Saved>(await boards.Save(Store.Machine, slug, new ImportThesis(small with { Thesis = small.Thesis with { Slug = slug } }, IsPrivate: true)));
        var stored = await house.Stored(slug);
        var reviewer = await house.SignIn(Role.Reviewer, "A reviewer");
        Assert.IsType<WriteResult.Saved>(await boards.Save(reviewer, slug, new ApproveCriterion("watch", ReviewBasis.Of(stored.Content.Thesis, stored.Content.Record, "watch")!.Hash)));
        if (who.Here == Role.Anonymous)
            return slug;
        var token = Assert.IsType<AccessResult.Saved>(await house.Get<BoardRoles>().Save(Store.Machine, slug, new InviteToBoard(who.Here, 7))).Token!;
        Assert.IsType<AccessResult.Saved>(await house.Get<BoardRoles>().Save(actor, slug, new AcceptInvitation(token)));
        return slug;
    }

    private static string Tag(StoredBoard board, ItemKind kind, string key) => ApiTags.Of(board.RowVersion(kind, key));

    private static string Item<T>(T item, string key, params (string Name, string Value)[] changes)
    {
        var json = JsonNode.Parse(ThesisJson.Write(item))!.AsObject();
        json["key"] = key;
        foreach (var (name, value) in changes)
            json[name] = value;
        return json.ToJsonString();
    }

    private static string Draft(Contract contract) => ThesisJson.Write(contract with { Question = "New?", Reason = "Sharper.", Seal = null });

    private sealed record ApiWriteRow(string Route, Type Write, Func<StoredBoard, Call> Example);

    private sealed record Call(string Path, string? Body, string? Tag = null);
}
