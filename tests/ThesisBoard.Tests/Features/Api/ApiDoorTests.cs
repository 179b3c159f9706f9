using System.Net;
using System.Text.Json.Nodes;
using ThesisBoard.Features.Api;
using ThesisBoard.Features.Members;
using ThesisBoard.Tests.Data;
using Xunit;

namespace ThesisBoard.Tests.Features.Api;

/// <summary>What no door opens, the API does not open either. The other doors: SealDoorTests, ReviewTests, WithdrawalTests.</summary>
public sealed class ApiDoorTests
{
    private static readonly string Debt = $"{ApiHouse.Board}/criteria/debt-reduction";

    [Fact]
    public async Task A_sealed_contract_is_neither_edited_nor_dropped_nor_brought_in_sealed()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Owner);
        var criterion = await program.Get(Debt);
        var contract = criterion.Json["contracts"]![0]!.AsObject();
        contract["question"] = "Easier?";
        Assert.Contains("is sealed", (await program.Put($"{Debt}/draft", contract.ToJsonString(), criterion.Tag)).Error.Message, StringComparison.Ordinal);
        Assert.Contains("no draft", (await program.Delete($"{Debt}/draft", criterion.Tag)).Error.Message, StringComparison.Ordinal);
        var forged = criterion.Json.AsObject();
        forged["key"] = "forged"; // with a seal of the past
        var added = await program.Post($"{ApiHouse.Board}/criteria", forged.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Null(added.Json["contracts"]![0]!["seal"]);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await program.Put(Debt, criterion.Body, criterion.Tag)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await program.Delete(Debt, criterion.Tag)).Status);
        Assert.Equal(criterion.Body, (await program.Get(Debt)).Body);
    }

    [Fact]
    public async Task Whoever_wrote_part_of_it_does_not_approve_it_and_what_changed_is_looked_at_again()
    {
        await using var house = new ApiHouse();
        var (author, reviewer) = (await house.Program(Role.Editor), await house.Program(Role.Reviewer));
        var before = await reviewer.Get($"{Debt}/basis");
        var source = (await house.Stored()).Content.Record.Sources[0].Key;
        var claim = new JsonObject { ["key"] = "new", ["source"] = source, ["claim"] = "So.", ["stances"] = new JsonArray(new JsonObject { ["criterion"] = "debt-reduction", ["stance"] = "supports" }) };
        var made = await author.Post($"{ApiHouse.Board}/evidence", claim.ToJsonString());
        Assert.Equal(HttpStatusCode.Created, made.Status);

        var stale = await reviewer.Post($"{Debt}/approvals", seen: before.Tag);
        var now = await reviewer.Get($"{Debt}/basis");
        Assert.Equal(("moved", before.Tag, now.Tag), (stale.Code, (string?)stale.Json["yours"], (string?)stale.Json["current"]));
        Assert.Contains("You wrote part", (await author.Post($"{Debt}/approvals", seen: now.Tag)).Error.Message, StringComparison.Ordinal);
        Assert.Equal("if-match-needed", (await reviewer.Post($"{Debt}/approvals")).Code);

        var approved = await reviewer.Post($"{Debt}/approvals", seen: now.Tag);
        Assert.Equal((HttpStatusCode.Created, "Approved", "nobody"), (approved.Status, (string?)approved.Json["stage"], (string?)approved.Json["waitsFor"]));
        claim["claim"] = "Otherwise.";
        Assert.Equal(HttpStatusCode.OK, (await author.Put($"{ApiHouse.Board}/evidence/new", claim.ToJsonString(), made.Tag)).Status);
        var review = (await reviewer.Get($"{Debt}/review")).Json;
        Assert.Equal(("OutOfDate", false), ((string?)review["stage"], (bool)review["approvals"]![0]!["holds"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.Delete($"{ApiHouse.Board}/approvals/{review["approvals"]![0]!["key"]}", (string?)review["approvals"]![0]!["etag"])).Status);
    }

    [Fact]
    public async Task Nothing_is_back_dated_and_nothing_of_an_active_thesis_is_deleted()
    {
        await using var house = new ApiHouse();
        var program = await house.Program(Role.Owner);
        var source = (await house.Stored()).Content.Record.Sources[0].Key;
        var claim = new JsonObject { ["key"] = "new", ["source"] = source, ["claim"] = "So.", ["recorded"] = "2026-01-01T00:00:00Z", ["withdrawn"] = new JsonObject { ["at"] = "2026-01-01T00:00:00Z", ["by"] = "Ann", ["reason"] = "No." } };
        var made = await program.Post($"{ApiHouse.Board}/evidence", claim.ToJsonString());
        Assert.Equal("2026-11-22T12:00:00Z", (string?)made.Json["recorded"]);
        Assert.Null(made.Json["withdrawn"]);
        var put = await program.Put($"{ApiHouse.Board}/evidence/new", claim.ToJsonString(), made.Tag);
        Assert.Equal(("2026-11-22T12:00:00Z", null), ((string?)put.Json["recorded"], put.Json["withdrawn"]));
        Assert.Contains("never deleted", (await program.Delete($"{ApiHouse.Board}/evidence/new", put.Tag)).Error.Message, StringComparison.Ordinal);

        var figure = (await program.Get($"{ApiHouse.Board}/observations?limit=1")).Json["items"]![0]!;
        Assert.Contains("never deleted", (await program.Delete($"{ApiHouse.Board}/observations/{figure["value"]!["key"]}", (string?)figure["etag"])).Error.Message, StringComparison.Ordinal);
        var stamped = figure["value"]!.AsObject();
        stamped["recorded"] = "2026-01-01T00:00:00Z";
        var kept = await program.Put($"{ApiHouse.Board}/observations/{stamped["key"]}", stamped.ToJsonString(), (string?)figure["etag"]);
        Assert.Equal((HttpStatusCode.OK, null), (kept.Status, (string?)kept.Json["recorded"])); // of the sample it was never known
    }
}
