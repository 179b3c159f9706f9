using ThesisBoard.Data;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Api;

/// <summary>What members say beside the record.</summary>
internal static class ApiComments
{
    public static void Map(RouteGroupBuilder board)
    {
        board.MapGet("/comments", Read).Reads<ApiPage<ApiComment>>("What members say; for members").Takes(ApiParameter.Limit, ApiParameter.After);
        board.MapPost("/comments", Add).Adds<ApiNewComment, ApiComment>("Comment on a criterion or on evidence, or answer in a thread");
    }

    private static async Task<IResult> Read(string slug, HttpContext http, CommentShelf comments)
    {
        if (!ApiLists.TryLimit(http.Request, out var limit, out var refusal))
            return refusal!;
        if (await comments.Read(Actor.From(http.User), slug, http.RequestAborted) is not { } talk)
            return ApiProblem.NotThere();
        var all = Said(talk).OrderBy(c => c.At).ThenBy(c => c.Id).ToList();
        var start = 0;
        if (http.Request.Query["after"] is { Count: > 0 } after && (start = 1 + all.FindIndex(c => $"{c.Id}" == after)) == 0)
            return ApiProblem.Unreadable([new("after", "'after' is the id of a comment. Begin the list again without it.")]);
        var page = all.Skip(start).Take(limit + 1).ToList();
        return ApiTags.Tagged(http, ApiTags.Of(talk.Stamp), () => ApiReads.Json(new ApiPage<ApiComment>(
            [.. page.Take(limit)], page.Count > limit ? ApiUrls.Rest(http.Request, "after", $"{page[limit - 1].Id}") : null)));
    }

    private static async Task<IResult> Add(string slug, HttpContext http, CommentShelf comments)
    {
        var (said, refusal) = await ApiJson.Read<ApiNewComment>(http);
        if (said is null)
            return refusal!;
        var actor = Actor.From(http.User);
        if (said.Place is not ("criterion" or "evidence"))
            return ApiProblem.Invalid([new("$.place", "A comment stands on a \"criterion\" or on \"evidence\".")]);
        if (!TryId(http, actor, slug, out var id))
            return ApiProblem.Unreadable([ApiTags.BadKey]);
        var subject = new CommentSubject(said.Place == "criterion" ? CommentPlace.Criterion : CommentPlace.Evidence, said.Key);
        return await comments.Save(actor, slug, new AddComment(subject, said.Text, said.Thread), id, http.RequestAborted) switch
        {
            CommentResult.Saved saved => await Show(http, slug, comments, actor, saved.Id),
            CommentResult.Denied => ApiProblem.Denied(actor.OnlyReads),
            CommentResult.Invalid invalid => ApiProblem.Invalid([new("$.text", invalid.Message)]),
            CommentResult.Failed failed => ApiProblem.Unavailable(failed.Message),
            _ => ApiProblem.NotThere(),
        };
    }

    private static async Task<IResult> Show(HttpContext http, string slug, CommentShelf comments, Actor actor, Guid id) =>
        await comments.Read(actor, slug, http.RequestAborted) is { } talk && Said(talk).FirstOrDefault(c => c.Id == id) is { } comment
            ? Results.Text(ApiReads.Json(comment), "application/json", statusCode: StatusCodes.Status201Created)
            : Results.NoContent();

    /// <summary>A request with a name makes the comment of just one id, however often it is sent.</summary>
    private static bool TryId(HttpContext http, Actor actor, string slug, out Guid id)
    {
        id = Guid.CreateVersion7();
        if (!ApiTags.TryKey(http, out var key))
            return false;
        if (key is not null)
            id = RetryId.Of(actor.MemberId!.Value, slug, key, "comment").Value;
        return true;
    }

    private static IEnumerable<ApiComment> Said(Talk talk) =>
        from threads in talk.Threads
        from thread in threads
        from comment in thread.Comments
        where !comment.IsRemoved
        select new ApiComment(comment.Id, $"{thread.Subject.Place}".ToLowerInvariant(), thread.Subject.Key, thread.Id, comment.By, comment.WrittenAt, comment.Text, !thread.IsOpen);
}
