using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Theses;

/// <summary>
/// Makes a board: blank, or from a template, which is another thesis without its seals. The template's record comes along where it is given, as entered now and by
/// whoever makes the board; what people judged and approved of it stays theirs.
/// </summary>
public sealed record CreateThesis(string Slug, string Title, string Claim, Issuer Issuer, Thesis? Template = null, bool IsPrivate = false, Record? Record = null) : BoardWrite
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
        return Outcome.Become(new(thesis, Entered(Record ?? Core.Evidence.Record.Empty, new(moment.Utc))), $"Made the board “{Title}”");
    }

    private static Record Entered(Record record, RecordedAt now) => record with
    {
        Observations = [.. record.Observations.Where(o => o.Withdrawn is null).Select(o => o with { Recorded = now })],
        Evidence = [.. record.Evidence.Where(e => e.Withdrawn is null).Select(e => e with { Recorded = now })],
        Proofs = [.. record.Proofs.Where(p => record.Evidence.Any(e => e.Key == p.Evidence && e.Withdrawn is null))],
        Judgements = [],
        Approvals = [],
    };
}
