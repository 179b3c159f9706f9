using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Criteria;
using ThesisBoard.Features.Judgements;
using ThesisBoard.Features.Reviews;

namespace ThesisBoard.Features.Api;

/// <summary>Criteria with the versions of their contract, what people judge, and what they approve.</summary>
internal static class ApiContracts
{
    private const string Contract = ".contracts";

    public static void Map(RouteGroupBuilder board)
    {
        board.MapPost("/criteria", (string slug, HttpContext http, ApiWrites writes) => writes.Add(http, slug, ApiNouns.Criteria, c => new AddCriterion(c)))
            .Adds<Criterion, Criterion>("Add a criterion with the draft of its contract");
        board.MapPost("/criteria/{key}/versions", (string slug, string key, HttpContext http, ApiWrites writes) =>
            writes.Act<Criterion, Contract>(http, slug, key, ApiNouns.Criteria, (c, row) => new ReviseCriterion(key, c, row), Contract))
            .Changes<Contract, Criterion>("Draft a new version of a sealed contract, with the reason; its number is given here");
        board.MapPut("/criteria/{key}/draft", (string slug, string key, HttpContext http, ApiWrites writes) =>
            writes.Act<Criterion, Contract>(http, slug, key, ApiNouns.Criteria, (c, row) => new EditDraft(key, c, row), Contract))
            .Changes<Contract, Criterion>("Change the draft of a contract; what is sealed stays");
        board.MapDelete("/criteria/{key}/draft", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Change(http, slug, key, ApiNouns.Criteria, row => new DropDraft(key, row)))
            .Changes<Criterion>("Throw the draft of a new version away");
        board.MapPost("/criteria/{key}/seal", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Change(http, slug, key, ApiNouns.Criteria, row => new SealCriterion(key, row)))
            .Changes<Criterion>("Seal the draft: from then on its words are fixed");
        board.MapPost("/criteria/{key}/judgements", Judge).Changes<ApiOpinion, Judgement>("Judge a criterion; If-Match is the ETag of the criterion", StatusCodes.Status201Created);
        board.MapDelete("/judgements/{key}", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Change(http, slug, key, ApiNouns.Judgements, row => new WithdrawJudgement(key, row)))
            .Removes("Take a judgement back");
        board.MapPost("/criteria/{key}/approvals", Approve).Changes<ApiReview>("Approve what a criterion rests on; If-Match is the ETag of its basis", StatusCodes.Status201Created);
        board.MapDelete("/approvals/{key}", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Change(http, slug, key, ApiNouns.Approvals, row => new RevokeApproval(key, row)))
            .Removes("Revoke an approval");
    }

    private static async Task<IResult> Judge(string slug, string key, HttpContext http, ApiWrites writes)
    {
        var (said, refusal) = await ApiJson.Read<ApiOpinion>(http);
        if (said is null)
            return refusal!;
        if (ApiTags.Seen(http) is not { } seen)
            return ApiProblem.NoVersion();
        var write = new JudgeCriterion(key, said.Version, said.Standing, said.Reason, said.Evidence, ApiTags.Row(seen));
        return await writes.Save(http, slug, write, new(ApiNouns.Judgements.List, await writes.Count(slug, ApiNouns.Judgements)), async version =>
            await writes.Show(http, slug, ApiNouns.Judgements, await writes.Made(slug, version, ItemKind.Judgement, http.RequestAborted), version, isNew: true));
    }

    /// <summary>What the reviewer saw is the basis, of which the domain asks more than of a row.</summary>
    private static async Task<IResult> Approve(string slug, string key, HttpContext http, ApiWrites writes, BoardShelf shelf, ReviewReader reviews)
    {
        if (ApiTags.Seen(http) is not { } seen)
            return ApiProblem.NoVersion();
        if (await shelf.Board(slug, http.RequestAborted) is not { Content: var (thesis, record) } || ReviewBasis.Of(thesis, record, key) is not { } basis)
            return ApiProblem.NotThere();
        if (!Sha256.TryParse(seen.Trim('"'), out var saw) || saw != basis.Hash)
            return ApiProblem.Moved(seen, $"\"{basis.Hash.Hex}\"", null);
        return await writes.Save(http, slug, new ApproveCriterion(key, saw), ApiPlace.Own, async _ =>
        {
            var (_, review) = await ApiReads.ReviewOf(slug, key, http, shelf, reviews);
            return Results.Text(ApiReads.Json(review), "application/json", statusCode: StatusCodes.Status201Created);
        });
    }
}
