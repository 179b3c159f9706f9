using System.Globalization;
using System.Text.Json;
using ThesisBoard.CommandLine;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Reviews;

namespace ThesisBoard.Features.Api;

/// <summary>What is read: from the states and boards that every face shows, with the board's version as the tag.</summary>
internal static class ApiReads
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/boards", Boards).Reads<ApiPage<ApiBoard>>("The boards that you may see, with today's verdict").Takes(ApiParameter.Limit, ApiParameter.After);
        api.MapGet("/boards/{slug}", Board).Reads<ApiBoard>("A board with today's verdict");
        var board = api.MapGroup("/boards/{slug}");
        board.MapGet("/state", State).Reads<ApiState>("The board on a date: what judge --json writes").Takes(ApiParameter.AsOf);
        board.MapGet("/thesis", File).Reads<ThesisFileShape>("The board as its thesis file");
        board.MapGet("/log", Changes).Reads<ApiPage<ApiChange>>("The log, newest first").Takes(ApiParameter.Limit, ApiParameter.Before);
        board.MapGet("/criteria/{key}/basis", Basis).Reads<ApiBasis>("Everything that a criterion rests on: what an approval covers");
        board.MapGet("/criteria/{key}/review", Review).Reads<ApiReview>("Where the review of a criterion stands");
        Items(board, ApiNouns.Metrics);
        Items(board, ApiNouns.Criteria);
        Items(board, ApiNouns.Sources);
        Items(board, ApiNouns.Observations);
        Items(board, ApiNouns.Evidence);
        Items(board, ApiNouns.Judgements);
    }

    private static void Items<T>(RouteGroupBuilder board, ApiNoun<T> noun)
        where T : class
    {
        var list = board.MapGet($"/{noun.Name}", async (string slug, HttpContext http, BoardShelf shelf) => await shelf.Board(slug, http.RequestAborted) is { } stored
            ? ApiLists.Page(http, stored, noun.Table, item => noun.Filter is not var (name, fits) || http.Request.Query[name] is not { Count: > 0 } wanted || fits(item, wanted.ToString()))
            : ApiProblem.NotThere()).Reads<ApiPage<ApiItem<T>>>($"The {noun.Name} of a board").Takes(ApiParameter.Limit, ApiParameter.After);
        if (noun.Filter is { Name: var filter })
            list.Takes(new ApiParameter(filter, "query", $"Only those of this {filter}, by key."));
        board.MapGet($"/{noun.Name}/{{key}}", async (string slug, string key, HttpContext http, BoardShelf shelf) =>
            await shelf.Board(slug, http.RequestAborted) is { } stored && stored.FindRowVersion(new(noun.Table.Kind, key)) is { } row
                ? ApiTags.Tagged(http, ApiTags.Of(row), () => noun.Table.Json(stored.Content, key)!)
                : ApiProblem.NotThere()).Reads<T>($"One of the {noun.Name}, as the thesis file has it");
    }

    private static async Task<IResult> Boards(HttpContext http, BoardReader boards, TimeProvider clock)
    {
        if (!ApiLists.TryLimit(http.Request, out var limit, out var refusal))
            return refusal!;
        var today = Today(clock);
        var all = (await boards.ReadAll(Actor.From(http.User), today, http.RequestAborted)).OrderBy(b => b.Slug, StringComparer.Ordinal).ToList();
        var after = http.Request.Query["after"].ToString();
        var page = all.Where(b => string.CompareOrdinal(b.Slug, after) > 0).Take(limit + 1).ToList();
        var state = string.Join(' ', all.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Slug} {b.Version}")).Prepend(BoardUrls.Date(today)));
        return ApiTags.Tagged(http, $"\"{LinkToken.HashOf(state)[..24]}\"", () => Json(new ApiPage<ApiBoard>(
            [.. page.Take(limit).Select(Of)], page.Count > limit ? ApiUrls.Rest(http.Request, "after", page[limit - 1].Slug) : null)));
    }

    private static async Task<IResult> Board(string slug, HttpContext http, BoardReader boards, TimeProvider clock) =>
        (await boards.ReadAll(Actor.From(http.User), Today(clock), http.RequestAborted)).FirstOrDefault(b => b.Slug == slug) is { } board
            ? ApiTags.Tagged(http, Dated(board.Version, Today(clock)), () => Json(Of(board)))
            : ApiProblem.NotThere();

    private static async Task<IResult> State(string slug, HttpContext http, BoardReader boards, TimeProvider clock)
    {
        var asOf = Today(clock);
        if (http.Request.Query["asOf"] is { Count: > 0 } text && !BoardUrls.TryDate(text, out asOf))
            return ApiProblem.Unreadable([new("asOf", "'asOf' is a date between 1900 and 2200, such as 2026-05-31.")]);
        return await boards.Read(slug, asOf, http.RequestAborted) is { } shown
            ? ApiTags.Tagged(http, Dated(shown.Version, asOf), () => JudgeJson.Write(shown.State))
            : ApiProblem.NotThere();
    }

    private static async Task<IResult> File(string slug, HttpContext http, BoardShelf shelf) => await shelf.Board(slug, http.RequestAborted) is { Content: var (thesis, record), Version: var version }
        ? ApiTags.Tagged(http, ApiTags.Of(version), () => ThesisFile.Write(thesis, record))
        : ApiProblem.NotThere();

    private static async Task<IResult> Changes(string slug, HttpContext http, BoardShelf shelf, ReadChanges log)
    {
        if (!ApiLists.TryLimit(http.Request, out var limit, out var refusal))
            return refusal!;
        long? before = null;
        if (http.Request.Query["before"] is { Count: > 0 } text)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
                return ApiProblem.Unreadable([new("before", "'before' is the number of a version.")]);
            before = version;
        }

        if (await shelf.Version(slug, http.RequestAborted) is not { } now)
            return ApiProblem.NotThere();
        var page = await log.Page(slug, before, limit, http.RequestAborted);
        return ApiTags.Tagged(http, ApiTags.Of(now), () => Json(new ApiPage<ApiChange>(
            [.. page.Changes.Select(c => new ApiChange(c.Version, c.At, c.By, c.Verb, c.Summary, [.. c.Items.Select(i => new ApiThing($"{i.Kind}", i.Key))]))],
            page.Next is { } next ? ApiUrls.Rest(http.Request, "before", next.ToString(CultureInfo.InvariantCulture)) : null)));
    }

    private static async Task<IResult> Basis(string slug, string key, HttpContext http, BoardShelf shelf) =>
        await shelf.Board(slug, http.RequestAborted) is { Content: var (thesis, record) } && ReviewBasis.Of(thesis, record, key) is { } basis
            ? ApiTags.Tagged(http, $"\"{basis.Hash.Hex}\"", () => Json(new ApiBasis(key, basis.Hash.Hex, [.. basis.Items.Select(i => new ApiThing($"{i.Kind}", i.Key))])))
            : ApiProblem.NotThere();

    private static async Task<IResult> Review(string slug, string key, HttpContext http, BoardShelf shelf, ReviewReader reviews) =>
        await ReviewOf(slug, key, http, shelf, reviews) is var (version, review) && review is not null ? ApiTags.Tagged(http, ApiTags.Of(version), () => Json(review)) : ApiProblem.NotThere();

    /// <summary>Where the review stands now; null when there is no such criterion.</summary>
    internal static async Task<(long Version, ApiReview? Review)> ReviewOf(string slug, string key, HttpContext http, BoardShelf shelf, ReviewReader reviews)
    {
        if (await shelf.Board(slug, http.RequestAborted) is not { } board || await reviews.Of(Actor.From(http.User), slug, http.RequestAborted) is not { } view
            || view.Rows.FirstOrDefault(r => r.State.Key == key) is not { } row)
            return (0, null);
        var approvals = board.Content.Record.Approvals.Where(a => a.Criterion == key).OrderBy(a => a.At.Utc).ThenBy(a => a.Key, StringComparer.Ordinal)
            .Select(a => new ApiApproval(a.Key, ApiTags.Of(board.RowVersion(ItemKind.Approval, a.Key)), a.By, a.At.Utc, a.Basis == row.Review.Basis.Hash));
        return (board.Version, new(key, $"{row.Review.Stage}", $"{row.Turn}".ToLowerInvariant(), row.Review.Sentence, [.. approvals]));
    }

    internal static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private static ApiBoard Of(BoardSummary board) =>
        new(board.Slug, board.Version, board.Title, board.Issuer.Name, board.Issuer.Ticker, $"{board.Stage}", $"{board.Verdict}", board.Reason);

    private static string Dated(long version, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"\"{version}-{BoardUrls.Date(day)}\"");

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
