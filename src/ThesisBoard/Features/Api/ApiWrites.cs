using System.Globalization;
using System.Text.Json;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Api;

/// <summary>The way of a request to the one domain method of its write, and of what came of it to the answer. Nothing is decided here.</summary>
internal sealed class ApiWrites(BoardTransaction writes, BoardShelf shelf, ReadChanges log)
{
    /// <summary>A new item, sent as the thesis file has it.</summary>
    public async Task<IResult> Add<T>(HttpContext http, string slug, ApiNoun<T> noun, Func<T, BoardWrite> write)
        where T : class
    {
        var (item, refusal) = await ApiJson.Read<T>(http);
        if (item is null)
            return refusal!;
        var place = new ApiPlace(noun.List, await Count(slug, noun));
        return await Save(http, slug, write(item), place, version => Show(http, slug, noun, noun.Table.KeyOf(item), version, isNew: true));
    }

    /// <summary>Another state of an item, sent as a whole.</summary>
    public async Task<IResult> Edit<T>(HttpContext http, string slug, string key, ApiNoun<T> noun, Func<T, Guid, BoardWrite> write)
        where T : class
    {
        var (item, refusal) = await ApiJson.Read<T>(http);
        if (item is null)
            return refusal!;
        if (noun.Table.KeyOf(item) != key)
            return ApiProblem.Invalid([new("$.key", $"The address names '{key}' and the body another one. A key never changes.")]);
        return await Change(http, slug, key, noun, row => write(item, row));
    }

    /// <summary>Something is done to an item, as the body says.</summary>
    public async Task<IResult> Act<T, TBody>(HttpContext http, string slug, string key, ApiNoun<T> noun, Func<TBody, Guid, BoardWrite> write, string inside = "")
        where T : class
        where TBody : class
    {
        var (body, refusal) = await ApiJson.Read<TBody>(http);
        return body is null ? refusal! : await Change(http, slug, key, noun, row => write(body, row), inside);
    }

    /// <summary>The same without a body; what is left of the item is shown.</summary>
    public async Task<IResult> Change<T>(HttpContext http, string slug, string key, ApiNoun<T> noun, Func<Guid, BoardWrite> write, string inside = "")
        where T : class
    {
        if (ApiTags.Seen(http) is not { } seen)
            return ApiProblem.NoVersion();
        var place = new ApiPlace(noun.List, await Place(slug, noun, key), inside);
        return await Save(http, slug, write(ApiTags.Row(seen)), place, version => Show(http, slug, noun, key, version, isNew: false));
    }

    /// <summary>Does the write; <paramref name="answer"/> says what it came to.</summary>
    public async Task<IResult> Save(HttpContext http, string slug, BoardWrite write, ApiPlace place, Func<long, Task<IResult>> answer)
    {
        var actor = Actor.From(http.User);
        if (!ApiTags.TryKey(http, out var key))
            return ApiProblem.Unreadable([ApiTags.BadKey]);
        return await writes.Save(actor, slug, write, ApiTags.Retry(http, actor, slug, key), http.RequestAborted) switch
        {
            WriteResult.Saved saved => await Told(http, saved.Version, answer),
            WriteResult.Denied => ApiProblem.Denied(actor.OnlyReads),
            WriteResult.Stale { RowVersion: { } row } stale => ApiProblem.Moved(ApiTags.Seen(http) ?? "", ApiTags.Of(row), Json(stale.Current)),
            WriteResult.Invalid { Problems: var problems } => ApiProblem.Invalid(place.Of(problems)),
            WriteResult.Failed failed => ApiProblem.Unavailable(failed.Message),
            _ => ApiProblem.NotThere(),
        };
    }

    /// <summary>An item as it stands now.</summary>
    public async Task<IResult> Show<T>(HttpContext http, string slug, ApiNoun<T> noun, string key, long version, bool isNew)
        where T : class
    {
        if (await shelf.Board(slug, http.RequestAborted) is not { } board || board.FindRowVersion(new(noun.Table.Kind, key)) is not { } row || noun.Table.Json(board.Content, key) is not { } json)
            return Results.NoContent();
        http.Response.Headers.ETag = ApiTags.Of(row);
        if (isNew)
            http.Response.Headers.Location = ApiUrls.Item(slug, noun.Name, key);
        return Results.Text(json, "application/json", statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>The key of an item that a write made, which the domain named.</summary>
    public async Task<string> Made(string slug, long version, ItemKind kind, CancellationToken ct) =>
        (await log.Page(slug, version + 1, 1, ct)).Changes[0].Items.First(i => i.Kind == kind).Key;

    public async Task<int> Count<T>(string slug, ApiNoun<T> noun)
        where T : class => await shelf.Board(slug, CancellationToken.None) is { } board ? noun.Table.List(board.Content).Count : 0;

    private async Task<int> Place<T>(string slug, ApiNoun<T> noun, string key)
        where T : class => await shelf.Board(slug, CancellationToken.None) is { } board ? noun.Table.List(board.Content).TakeWhile(i => noun.Table.KeyOf(i) != key).Count() : 0;

    private static Task<IResult> Told(HttpContext http, long version, Func<long, Task<IResult>> answer)
    {
        http.Response.Headers[ApiTags.BoardVersion] = version.ToString(CultureInfo.InvariantCulture);
        return answer(version);
    }

    private static string? Json(object? item) => item is null ? null : JsonSerializer.Serialize(item, item.GetType(), ThesisJson.Options);
}
