using System.Globalization;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Filings;
using ThesisBoard.Features.Members;
using ThesisBoard.Features.Theses;

namespace ThesisBoard.Features.Starts;

/// <summary>
/// Makes a board by the writes that make boards everywhere: the board, the watch of its issuer, and the filing that was dropped on the way. What is made is a draft;
/// if the later steps fail, it stands without them, and the page that follows says so.
/// </summary>
internal sealed class StartBoard(BoardTransaction boards, FilingShelf filings, UploadIntake intake, StartFiles files)
{
    private const int MostNames = 50;

    /// <summary>Where to go on when it is made; else why it is not.</summary>
    public async Task<(string? Address, string Trouble)> Make(Actor actor, StartForm form, DateOnly today, CancellationToken ct)
    {
        var draft = StartThesis.Of(form, today);
        var (slug, result) = await Save(boards, actor, draft.Slug, name => new CreateThesis(name, draft.Title, draft.Claim, draft.Issuer, draft, form.IsPrivate), ct);
        if (result is not WriteResult.Saved)
            return (null, Editing.Editor.Explain(result));
        if (form.Cik is not null)
            await filings.Save(actor, slug, new WatchIssuer(form.IsWatched), ct);
        return (await BringIn(actor, slug, form, ct) ?? BoardUrls.Board(slug), "");
    }

    /// <summary>Saves under the first name in links that is free.</summary>
    public static async Task<(string Slug, WriteResult Result)> Save(BoardTransaction boards, Actor actor, string slug, Func<string, BoardWrite> write, CancellationToken ct)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
            var result = await boards.Save(actor, name, write(name), ct);
            if (number == MostNames || result is not WriteResult.Invalid { Problems: [{ Path: "slug" }] })
                return (name, result);
        }
    }

    /// <summary>The dropped filing in the inbox of the new board, opened; where it cannot be brought in, the inbox says why when it is tried again there.</summary>
    private async Task<string?> BringIn(Actor actor, string slug, StartForm form, CancellationToken ct)
    {
        if (form.File is null || actor.MemberId is not { } member)
            return null;
        using var file = files.Take(member, form.File);
        if (file is null)
            return FilingUrls.Inbox(slug);
        UploadEvent? last = null;
        await intake.Take(actor, slug, file.Name, file.Content, step => { last = step; return Task.CompletedTask; }, ct);
        return last?.Filing is { } id ? FilingUrls.First(slug, id) : FilingUrls.Inbox(slug);
    }
}
