using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Theses;

/// <summary>Makes a board: blank, or from a template, which is another thesis without its record and its seals.</summary>
public sealed record CreateThesis(string Slug, string Title, string Claim, Issuer Issuer, Thesis? Template = null, bool IsPrivate = false) : BoardWrite
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Create;

    internal override bool IsForMembers => IsPrivate;

    internal override Outcome Apply(BoardContent? board, WriteMoment moment)
    {
        if (board is not null)
            return Outcome.Refuse("slug", $"There is already a board named '{Slug}'; choose another name.");
        var thesis = (Template?.AsDraft() ?? new() { Slug = Slug, Title = Title, Issuer = Issuer }) with
        {
            Slug = Slug,
            Title = Title,
            Claim = Claim,
            Issuer = Issuer,
            IsSample = false,
        };
        return Outcome.Become(new(thesis, Record.Empty), $"Made the board “{Title}”");
    }
}
