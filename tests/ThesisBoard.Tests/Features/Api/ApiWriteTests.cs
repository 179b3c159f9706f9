using System.Net;
using System.Text.Json.Nodes;
using ThesisBoard.Data;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Api;

/// <summary>What every write of the API promises: nobody's change is lost, nothing is done twice, and what is wrong is named.</summary>
public sealed class ApiWriteTests
{
    private const string Claim = """{"key":"new","source":"SOURCE","claim":"It says so.","stances":[{"criterion":"debt-reduction","stance":"supports"}]}""";

    [Fact]
    public async Task Evidence_is_attached_changed_and_withdrawn_by_what_was_seen()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Editor);
        var made = await program.Post($"{ApiHouse.Board}/evidence", await Sourced(house, Claim));
        Assert.Equal((HttpStatusCode.Created, $"{ApiHouse.Board}/evidence/new"), (made.Status, made.Headers.Location!.ToString()));
        Assert.Equal($"{(await house.Stored()).Version}", made.Headers.GetValues("Board-Version").Single());
        var read = await program.Get($"{ApiHouse.Board}/evidence/new");
        Assert.Equal((made.Body, made.Tag), (read.Body, read.Tag));

        var changed = read.Json;
        changed["claim"] = "It says otherwise.";
        Assert.Equal((HttpStatusCode.PreconditionRequired, "if-match-needed"), Answer(await program.Put($"{ApiHouse.Board}/evidence/new", changed.ToJsonString())));
        var put = await program.Put($"{ApiHouse.Board}/evidence/new", changed.ToJsonString(), read.Tag);
        Assert.Equal((HttpStatusCode.OK, "It says otherwise."), (put.Status, (string?)put.Json["claim"]));

        var late = await program.Put($"{ApiHouse.Board}/evidence/new", changed.ToJsonString(), read.Tag);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "moved"), Answer(late));
        Assert.Equal((read.Tag, put.Tag, "It says otherwise."), ((string?)late.Json["yours"], (string?)late.Json["current"], (string?)late.Json["currentValue"]!["claim"]));
        foreach (var no in (string[])["*", "W/" + put.Tag, "\"x\"", put.Tag!.Trim('"')])
            Assert.Equal("moved", (await program.Put($"{ApiHouse.Board}/evidence/new", changed.ToJsonString(), no)).Code);

        Assert.Equal("$.reason", (await program.Post($"{ApiHouse.Board}/evidence/new/withdrawal", """{"reason":" "}""", put.Tag)).Error.Field);
        var gone = await program.Post($"{ApiHouse.Board}/evidence/new/withdrawal", """{"reason":"It was misread."}""", put.Tag);
        Assert.Equal("It was misread.", (string?)gone.Json["withdrawn"]!["reason"]);
        Assert.Equal("not-found", (await program.Delete($"{ApiHouse.Board}/evidence/none", put.Tag)).Code);
    }

    [Fact]
    public async Task Figures_go_on_file_together_or_not_at_all_and_each_wrong_one_is_named()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Editor);
        var figure = (await program.Get($"{ApiHouse.Board}/observations?limit=1")).Json["items"]![0]!["value"]!.AsObject();
        JsonObject New(string key, Action<JsonObject>? change = null)
        {
            var next = figure.DeepClone().AsObject();
            next["key"] = key;
            change?.Invoke(next);
            return next;
        }

        string Send(params JsonObject[] figures) => new JsonObject { ["observations"] = new JsonArray([.. figures]) }.ToJsonString();
        var version = (await house.Stored()).Version;
        var wrong = await program.Post($"{ApiHouse.Board}/observations", Send(New("one"), New("two", f => f["metric"] = "none")));
        Assert.Equal(("invalid", "$.observations[1].metric"), (wrong.Code, wrong.Error.Field));
        Assert.Equal(version, (await house.Stored()).Version);
        var both = await program.Post($"{ApiHouse.Board}/observations", Send(New("one"), New("two", f => f["note"] = "Again.")));
        Assert.Equal((HttpStatusCode.Created, 2, version + 1), (both.Status, both.Json["items"]!.AsArray().Count, (await house.Stored()).Version));
        var again = await program.Post($"{ApiHouse.Board}/observations", Send(New("two")));
        Assert.Equal(("invalid", "$.observations[0].key"), (again.Code, again.Error.Field));
        Assert.Equal("$.observations", (await program.Post($"{ApiHouse.Board}/observations", """{"observations":[]}""")).Error.Field);

        var (path, tag) = ($"{ApiHouse.Board}/observations/one", (string)both.Json["items"]![0]!["etag"]!);
        var corrected = await program.Put(path, New("one", f => f["note"] = "Corrected.").ToJsonString(), tag);
        Assert.Equal("Corrected.", (string?)corrected.Json["note"]);
        Assert.Equal("invalid", (await program.Put(path, New("another").ToJsonString(), corrected.Tag)).Code);
        var gone = await program.Post($"{path}/withdrawal", """{"reason":"Misread."}""", corrected.Tag);
        Assert.NotNull(gone.Json["withdrawn"]);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_done_once_and_its_name_serves_no_other()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Editor);
        var seen = (await program.Get($"{ApiHouse.Board}/criteria/debt-reduction")).Tag;
        const string opinion = """{"version":1,"standing":"strained","reason":"Read it."}""";
        var path = $"{ApiHouse.Board}/criteria/debt-reduction/judgements";
        var first = await program.Post(path, opinion, seen, "a-1");
        var version = (await house.Stored()).Version;
        var again = await program.Post(path, opinion, seen, "a-1");
        Assert.Equal((first.Status, first.Body, first.Headers.Location), (again.Status, again.Body, again.Headers.Location));
        Assert.Equal(version, (await house.Stored()).Version);
        Assert.Equal("Idempotency-Key", (await program.Post(path, opinion.Replace("Read", "Reread", StringComparison.Ordinal), seen, "a-1")).Error.Field);
        Assert.Equal("unreadable", (await program.Post(path, opinion, seen, new string('k', 101))).Code);

        var key = first.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.NoContent, (await program.Delete(key, first.Tag, "a-2")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await program.Delete(key, first.Tag, "a-2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.Delete(key, first.Tag)).Status);

        const string said = """{"place":"criterion","key":"debt-reduction","text":"Look."}""";
        var one = await program.Post($"{ApiHouse.Board}/comments", said, retry: "c-1");
        Assert.Equal(one.Body, (await program.Post($"{ApiHouse.Board}/comments", said, retry: "c-1")).Body);
        Assert.Equal("invalid", (await program.Post($"{ApiHouse.Board}/comments", said.Replace("Look", "Hear", StringComparison.Ordinal), retry: "c-1")).Code);
        var other = await house.Program(await house.SignIn(Role.Editor, "Somebody else"));
        Assert.Equal(HttpStatusCode.Created, (await other.Post(path, opinion, seen, "a-1")).Status); // names of others are others' names
        house.House.Clock.Leap(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Created, (await program.Post(path, opinion, seen, "a-1")).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_by_name_and_by_size()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Editor);
        var path = $"{ApiHouse.Board}/evidence";
        var unknown = await program.Post(path, Claim.Replace("\"claim\"", "\"claims\"", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.BadRequest, "unreadable"), Answer(unknown));
        Assert.Equal(("$.claims", "$.claim"), (unknown.Error.Field, (string?)unknown.Json["errors"]![1]!["field"]));
        Assert.Contains("\"claims\" is not known here", unknown.Error.Message, StringComparison.Ordinal);
        var nested = await program.Post(path, string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100));
        Assert.Contains("nests deeper", nested.Error.Message, StringComparison.Ordinal);
        Assert.Equal("unreadable", (await program.Post(path, "{")).Code);
        Assert.Equal("unreadable", (await program.Post(path, "null")).Code);
        Assert.Equal("unreadable", (await program.Post(path, "{\"key\":1,\"key\":2}")).Code);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), Answer(await program.Post(path, new string(' ', 600 * 1024))));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "not-json"), Answer(await program.Post(path)));
        var empty = await program.Post(path, await Sourced(house, Claim.Replace("It says so.", "", StringComparison.Ordinal)));
        Assert.Equal(("invalid", "$.claim"), (empty.Code, empty.Error.Field));
        Assert.Equal("$.source", (await program.Post(path, Claim)).Error.Field);
        Assert.Equal("$.key", (await program.Post(path, (await program.Get($"{path}?limit=1")).Json["items"]![0]!["value"]!.ToJsonString())).Error.Field);
    }

    [Fact]
    public async Task A_new_version_of_a_contract_is_drafted_changed_and_sealed()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Editor);
        var path = $"{ApiHouse.Board}/criteria/on-chain-check";
        var criterion = await program.Get(path);
        var contract = criterion.Json["contracts"]![0]!.DeepClone().AsObject();
        (contract["from"], contract["question"]) = ("2026-12-01", "Sharper?");
        contract.Remove("seal");
        Assert.Equal("$.reason", (await program.Post($"{path}/versions", contract.ToJsonString(), criterion.Tag)).Error.Field);
        contract["reason"] = "It was vague.";
        var drafted = await program.Post($"{path}/versions", contract.ToJsonString(), criterion.Tag);
        Assert.Equal((HttpStatusCode.OK, 2), (drafted.Status, drafted.Json["contracts"]!.AsArray().Count));
        contract["question"] = "";
        Assert.Equal("$.question", (await program.Put($"{path}/draft", contract.ToJsonString(), drafted.Tag)).Error.Field);
        contract["question"] = "Sharper still?";
        var edited = await program.Put($"{path}/draft", contract.ToJsonString(), drafted.Tag);
        var isSealed = await program.Post($"{path}/seal", seen: edited.Tag);
        Assert.Equal("Sharper still?", (string?)isSealed.Json["contracts"]![1]!["question"]);
        Assert.NotNull(isSealed.Json["contracts"]![1]!["seal"]);
        Assert.Contains("sealed already", (await program.Post($"{path}/seal", seen: isSealed.Tag)).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_asks_too_much_is_told_to_wait_by_a_problem()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Viewer);
        ApiAnswer answer;
        var asked = 0;
        do
            answer = await program.Get($"{ApiHouse.Board}/evidence/none");
        while (answer.Status == HttpStatusCode.NotFound && asked++ < 1300);
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many"), Answer(answer));
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static (HttpStatusCode, string) Answer(ApiAnswer answer) => (answer.Status, answer.Code);

    private static async Task<string> Sourced(ApiHouse house, string claim) => claim.Replace("SOURCE", (await house.Stored()).Content.Record.Sources[0].Key, StringComparison.Ordinal);
}
