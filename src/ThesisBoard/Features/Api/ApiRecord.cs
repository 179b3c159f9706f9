using ThesisBoard.Core.Evidence;
using ThesisBoard.Data;
using ThesisBoard.Features.Evidence;
using ThesisBoard.Features.Observations;
using ThesisBoard.Features.Sources;

namespace ThesisBoard.Features.Api;

/// <summary>Sources, evidence and figures: put on file, corrected, withdrawn.</summary>
internal static class ApiRecord
{
    private const int MostFigures = 200;

    public static void Map(RouteGroupBuilder board)
    {
        board.MapPost("/sources", (string slug, HttpContext http, ApiWrites writes) => writes.Add(http, slug, ApiNouns.Sources, s => new AddSource(s)))
            .Adds<Source, Source>("Put a source on file");
        board.MapPut("/sources/{key}", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Edit(http, slug, key, ApiNouns.Sources, (s, row) => new EditSource(s, row)))
            .Changes<Source, Source>("Correct a source");

        board.MapPost("/evidence", (string slug, HttpContext http, ApiWrites writes) => writes.Add(http, slug, ApiNouns.Evidence, e => new AttachEvidence(e)))
            .Adds<EvidenceItem, EvidenceItem>("Attach evidence; \"recorded\" is the time of this request, whatever it says");
        board.MapPut("/evidence/{key}", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Edit(http, slug, key, ApiNouns.Evidence, (e, row) => new EditEvidence(e, row)))
            .Changes<EvidenceItem, EvidenceItem>("Change evidence");
        board.MapPost("/evidence/{key}/withdrawal", (string slug, string key, HttpContext http, ApiWrites writes) =>
            writes.Act<EvidenceItem, ApiReason>(http, slug, key, ApiNouns.Evidence, (why, row) => new WithdrawEvidence(key, why.Reason, row)))
            .Changes<ApiReason, EvidenceItem>("Withdraw evidence: it stays on file and counts on no date");
        board.MapPost("/evidence/{key}/reinstatement", (string slug, string key, HttpContext http, ApiWrites writes) =>
            writes.Act<EvidenceItem, ApiReason>(http, slug, key, ApiNouns.Evidence, (why, row) => new ReinstateEvidence(key, why.Reason, row)))
            .Changes<ApiReason, EvidenceItem>("Reinstate withdrawn evidence: it counts again, in the words in which it was withdrawn");
        board.MapDelete("/evidence/{key}", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Change(http, slug, key, ApiNouns.Evidence, row => new RemoveEvidence(key, row)))
            .Removes("Remove evidence of a draft; an active thesis keeps it");

        board.MapPost("/observations", Record).Adds<ApiFigures, ApiPage<ApiItem<Observation>>>("Put figures on file, all of them or none");
        board.MapPut("/observations/{key}", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Edit(http, slug, key, ApiNouns.Observations, (o, row) => new EditObservation(o, row)))
            .Changes<Observation, Observation>("Correct a figure that was entered wrongly");
        board.MapPost("/observations/{key}/withdrawal", (string slug, string key, HttpContext http, ApiWrites writes) =>
            writes.Act<Observation, ApiReason>(http, slug, key, ApiNouns.Observations, (why, row) => new WithdrawObservation(key, why.Reason, row)))
            .Changes<ApiReason, Observation>("Withdraw a figure: it stays on file and counts on no date");
        board.MapPost("/observations/{key}/reinstatement", (string slug, string key, HttpContext http, ApiWrites writes) =>
            writes.Act<Observation, ApiReason>(http, slug, key, ApiNouns.Observations, (why, row) => new ReinstateObservation(key, why.Reason, row)))
            .Changes<ApiReason, Observation>("Reinstate a withdrawn figure: it counts again");
        board.MapDelete("/observations/{key}", (string slug, string key, HttpContext http, ApiWrites writes) => writes.Change(http, slug, key, ApiNouns.Observations, row => new RemoveObservation(key, row)))
            .Removes("Remove a figure of a draft; an active thesis keeps it");
    }

    private static async Task<IResult> Record(string slug, HttpContext http, ApiWrites writes, BoardShelf shelf)
    {
        var (figures, refusal) = await ApiJson.Read<ApiFigures>(http);
        if (figures is null)
            return refusal!;
        if (figures.Observations.Count is 0 or > MostFigures)
            return ApiProblem.Invalid([new("$.observations", $"Send 1 to {MostFigures} figures at once.")]);
        var noun = ApiNouns.Observations;
        var place = new ApiPlace(noun.List, await writes.Count(slug, noun), Many: noun.Name);
        return await writes.Save(http, slug, new RecordObservations(figures.Observations), place, async _ =>
        {
            var keys = figures.Observations.Select(o => o.Key).ToHashSet(StringComparer.Ordinal);
            return await shelf.Board(slug, http.RequestAborted) is { } board
                ? Results.Text(ApiLists.Write(board, noun.Table, noun.Table.List(board.Content).Where(o => keys.Contains(o.Key)), null), "application/json", statusCode: StatusCodes.Status201Created)
                : Results.NoContent();
        });
    }
}
