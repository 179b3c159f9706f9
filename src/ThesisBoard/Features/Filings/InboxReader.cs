using System.Globalization;
using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Comments;
using ThesisBoard.Features.Members;
using ThesisBoard.Sources.Sec;

namespace ThesisBoard.Features.Filings;

/// <summary>A line of the inbox: the filing, and the criteria that wait for it.</summary>
/// <param name="Published">When it was published, as the record says where the filing does not.</param>
public sealed record InboxLine(Filing Filing, IReadOnlyList<CriterionState> Waiting, DateOnly? Published);

/// <summary>How it stands with EDGAR for one board.</summary>
/// <param name="Contact">Who asks; blank while nobody is named.</param>
public sealed record EdgarView(EdgarOptions Options, string Contact, EdgarStatus Status, IssuerWatch Watch, long? Cik)
{
    /// <summary>EDGAR may be asked.</summary>
    public bool IsReady => Options.Enabled && Contact.Length > 0;

    /// <summary>New filings arrive by themselves, as far as EDGAR lets them.</summary>
    public bool IsWatching => Watch.IsOn && IsReady && Cik is not null;

    /// <summary>EDGAR should have been reached and was not.</summary>
    public bool IsOutOfReach => IsWatching && Status.Trouble is not null;
}

/// <summary>What a member's board says of its inbox: how much waits, and since when EDGAR is out of reach if it should not be.</summary>
/// <param name="Searches">What became of the searches that are evidence in the filings that came since, by the evidence's key.</param>
public sealed record BoardInbox(InboxCount Count, string? OutOfReach, string Stamp, IReadOnlyDictionary<string, SearchSince> Searches);

/// <summary>What the inbox page shows.</summary>
public sealed record InboxView(BoardState Board, IReadOnlyList<InboxLine> Lines, InboxList List, EdgarView Edgar, string Stamp, IReadOnlyList<InboxChange> History, bool CanEdit, bool CanNameContact)
{
    public string Slug => Board.Thesis.Slug;
}

/// <summary>Reads the inbox of a board, and the little of it that the board itself shows to members.</summary>
public sealed class InboxReader(
    FilingShelf shelf, InboxHistory history, SearchesSince searches, BoardShelf versions, BoardReader boards, EdgarReach reach, EdgarContact contact, EdgarOptions options,
    CommentShelf comments, TimeProvider clock)
{
    /// <summary>The inbox; null when there is no such board or the actor may not see it.</summary>
    public async Task<InboxView?> Read(Actor actor, string slug, int page, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var stamp = await Stamp(slug, ct); // before the list: a filing that comes in between shows up with the next change
        if (await boards.Read(slug, today, ct) is not { } board || await shelf.Inbox(actor, slug, page, ct) is not { } list)
            return null;
        var lines = list.Filings.Select(f => new InboxLine(f, f.State == FilingState.New ? WaitingCriteria.Of(board.State, f) : [], FilingSource.Published(board.State.Sources.Values, f))).ToList();
        return new(
            board.State, lines, list, await Edgar(slug, board.State.Thesis.Issuer.Cik, ct), stamp, await history.Read(actor, slug, ct), actor.May(Permission.Edit), await contact.IsFor(actor, ct));
    }

    /// <summary>What the board shows of its inbox; null for who may not see it.</summary>
    public async ValueTask<BoardInbox?> OnBoard(Actor actor, BoardState board, long version, CancellationToken ct)
    {
        var thesis = board.Thesis;
        if (!actor.May(Permission.ReadFilings))
            return null;
        var status = await reach.Status(ct);
        var isOut = status.Trouble is not null && (await Edgar(thesis.Slug, thesis.Issuer.Cik, ct)).IsOutOfReach;
        var count = await shelf.Count(thesis.Slug, ct);
        return new(count, isOut ? status.Words : null, await Stamp(thesis.Slug, ct), await searches.Of(actor, board, version, count.Stamp, ct));
    }

    /// <summary>What differs whenever a member's page of this board would: the version of the record, the inbox, the comments, and whether EDGAR is out of reach.</summary>
    public async ValueTask<string> Stamp(string slug, CancellationToken ct)
    {
        var (version, inbox, status, talk) = (await versions.Version(slug, ct), await shelf.Count(slug, ct), await reach.Status(ct), await comments.Stamp(slug, ct));
        return string.Create(CultureInfo.InvariantCulture, $"{version}.{inbox.Stamp}.{status.Since?.Ticks}.{talk:n}");
    }

    /// <summary>How it stands with EDGAR for a board.</summary>
    public async Task<EdgarView> Edgar(string slug, long? cik, CancellationToken ct) =>
        new(options, await contact.Current(ct), await reach.Status(ct), await shelf.Watch(slug, ct) ?? new IssuerWatch(true, null, ""), cik);
}
