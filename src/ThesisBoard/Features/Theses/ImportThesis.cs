using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Theses;

/// <summary>
/// Makes a board from a thesis file, losslessly. A board of the same name is replaced only when its version is given.
/// </summary>
public sealed record ImportThesis(BoardContent Content, Guid? Replaces = null, bool IsPrivate = false) : BoardWrite
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Create;

    internal override bool IsWhole => true;

    internal override bool IsForMembers => IsPrivate;

    internal override IEnumerable<Seen> Saw => Replaces is { } version ? [new(new(ItemKind.Thesis, BoardItems.Only), version)] : [];

    internal override Outcome Apply(BoardContent? board, WriteMoment moment) => (board, Replaces) switch
    {
        (not null, null) => Outcome.Refuse("slug", $"There is already a board named '{Content.Thesis.Slug}'; replace it, or change the name in the file."),
        (null, not null) => Outcome.NoBoard,
        _ => Outcome.Become(Content, Told(Content.Thesis.Title)),
    };

    /// <summary>What the log says of it.</summary>
    internal static string Told(string title) => $"Imported the board “{title}”";
}
