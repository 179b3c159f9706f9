using ThesisBoard.Data.Rows;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Data;

/// <summary>A write about what is settled around a board, such as a share link. The record stays as it is; the log tells of it, and so the version rises.</summary>
public abstract record SideWrite : BoardWrite
{
    internal sealed override Outcome Apply(BoardContent? board, WriteMoment moment) => board is null ? Outcome.NoBoard : Outcome.Become(board, "");

    /// <summary>Stages the rows, or says why not.</summary>
    internal abstract Task<SideOutcome> Stage(SideDesk desk, CancellationToken ct);
}

/// <summary>What such a write works on.</summary>
/// <param name="Board">The board as it was before; the write makes the next version.</param>
/// <param name="Content">What is on it.</param>
/// <param name="Role">The actor's role on this board now.</param>
internal sealed record SideDesk(BoardDb Db, ThesisRow Board, BoardContent Content, Role Role, WriteMoment Moment);

/// <summary>What such a write came to.</summary>
internal abstract record SideOutcome
{
    public static SideOutcome Missing(string what) => new Refused(new WriteResult.Missing(what));

    public static SideOutcome Denied(Permission needs) => new Refused(new WriteResult.Denied(needs));

    /// <summary>The rows are staged; what it was about, and one line for the log.</summary>
    public sealed record Staged(ItemId Item, string Summary) : SideOutcome;

    public sealed record Refused(WriteResult Result) : SideOutcome;
}
