using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Data;

/// <summary>What came of a write. Only <see cref="Saved"/> changed anything.</summary>
public abstract record WriteResult
{
    private WriteResult()
    {
    }

    /// <summary>The board has this version now; the version also names the change for undo. A removed board keeps its last number.</summary>
    public sealed record Saved(string Slug, long Version) : WriteResult;

    /// <summary>The actor may not do this.</summary>
    public sealed record Denied(Permission Needs) : WriteResult;

    /// <summary>Somebody else changed the item since it was read. <paramref name="Current"/> is the item as it stands, null when it is gone.</summary>
    public sealed record Stale(ItemId Item, object? Current, Guid? RowVersion) : WriteResult;

    /// <summary>The result would not be a sound board: everything that is wrong, at once.</summary>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : WriteResult;

    /// <summary>There is no such board or item.</summary>
    public sealed record Missing(string What) : WriteResult;

    /// <summary>The database could not write, such as on a full disk. What was typed can be sent again.</summary>
    public sealed record Failed(string Message) : WriteResult;
}
