using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Changes;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Editing;

/// <summary>What the dialogs of one circuit share: who acts, on which board, the way to write, and undo. Every write asks the domain again; nothing here grants anything.</summary>
public sealed class Editor(
    BoardReader boards, BoardTransaction writes, Undo undo, ReadChanges log, AccessShelf access, AuthenticationStateProvider who, ISnackbar snacks, TimeProvider clock)
{
    /// <summary>The board that is edited; blank on the page of all boards.</summary>
    public string Slug { get; set; } = "";

    /// <summary>The date of the page when a dialog was opened; null is today.</summary>
    public DateOnly? PageDate { get; set; }

    /// <summary>The place from which <see cref="AtOnce"/> draws; null before there is a place for dialogs.</summary>
    internal OneBatch? Batch { get; set; }

    public DateOnly AsOf => PageDate ?? Today;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Who acts, with the role on this board.</summary>
    public async Task<Actor> Actor()
    {
        var actor = Members.Actor.From((await who.GetAuthenticationStateAsync()).User);
        return Slug.Length == 0 ? actor : actor.With((await access.Of(Slug, CancellationToken.None)).RoleOf(actor));
    }

    /// <summary>The board as stored now; null when it is gone.</summary>
    public Task<StoredBoard?> Read(CancellationToken ct = default) => boards.ReadForEdit(Slug, ct);

    public async Task<WriteResult> Save(BoardWrite write, string? slug = null) => await writes.Save(await Actor(), slug ?? Slug, write);

    /// <summary>Makes changes to several parts of the page at once.</summary>
    internal void AtOnce(Action changes)
    {
        if (Batch is { } batch)
            batch.Of(changes);
        else
            changes();
    }

    /// <summary>Who wrote an item last, and when.</summary>
    public async Task<(string By, DateTime At)?> LastChange(ItemId item) =>
        await log.Of(Slug, item) is [var last, ..] ? (last.By, last.At) : null;

    /// <summary>Says something in passing.</summary>
    public void Say(string text, Severity severity = Severity.Normal) => Say(text, severity, null);

    /// <summary>What a result that is not saved means, in a sentence.</summary>
    public static string Explain(WriteResult result) => result switch
    {
        WriteResult.Denied => "You may not do this with your role. Nothing was changed; ask an owner for another role.",
        WriteResult.Missing missing => missing.What,
        WriteResult.Failed failed => failed.Message,
        WriteResult.Invalid invalid => string.Join(" ", invalid.Problems.Select(p => p.Message)),
        WriteResult.Stale => "Somebody changed this meanwhile. Nothing was changed; open it again to see both versions.",
        _ => "",
    };

    /// <summary>Offers to take a write back; afterwards <paramref name="then"/>.</summary>
    public void Offer(string slug, long version, string said, Action? then = null) => Say(said, Severity.Normal, async () =>
    {
        if (await TakeBack(slug, version))
            then?.Invoke();
    });

    /// <summary>What went wrong on a page is not said on the next.</summary>
    internal void LeavePage()
    {
        foreach (var error in snacks.ShownSnackbars.Where(s => s.Severity == Severity.Error).ToList())
            snacks.Remove(error);
    }

    /// <summary>In the place of what was said before. It passes by itself (<c>edit.css</c>) unless it is an error.</summary>
    private void Say(string text, Severity severity, Func<Task>? takeBack)
    {
        snacks.Clear();
        snacks.Add<Said>(new() { [nameof(Said.Text)] = text, [nameof(Said.TakeBack)] = takeBack! }, severity,
            options => options.SnackbarTypeClass = severity == Severity.Error ? "" : "passes");
    }

    /// <summary>Takes the change back that made a version, and says what came of it.</summary>
    internal async Task<bool> TakeBack(string slug, long version)
    {
        var result = await undo.Take(await Actor(), slug, version);
        Say(result is WriteResult.Saved ? "Undone." : Explain(result), result is WriteResult.Saved ? Severity.Normal : Severity.Error);
        return result is WriteResult.Saved;
    }
}
