using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Editing;

namespace ThesisBoard.Features.Criteria;

/// <summary>What a new version of a contract would change, before it is saved: its fields, and where the criterion and the thesis would stand on a day.</summary>
/// <param name="Changes">What differs from the newest version, field by field.</param>
/// <param name="Problems">What keeps it from being saved.</param>
/// <param name="Before">The criterion as it is judged now.</param>
/// <param name="After">The criterion under the new version; null while there are problems.</param>
/// <param name="VerdictBefore">The thesis as it is judged now.</param>
/// <param name="VerdictAfter">The thesis under the new version.</param>
public sealed record ContractPreview(
    IReadOnlyList<FieldChange> Changes, IReadOnlyList<Problem> Problems, CriterionState Before, CriterionState? After, Verdict VerdictBefore, Verdict VerdictAfter)
{
    private static readonly string[] OwnWords = ["version", "from", "reason"];

    /// <summary>Judges the unsaved version on a day, as if it were in force.</summary>
    public static ContractPreview Of(BoardContent board, Criterion criterion, Contract next, DateOnly today)
    {
        var changes = FieldDiff.Between(criterion.Contracts[^1], next).Where(c => !OwnWords.Contains(c.Path)).ToList();
        var trial = With(board.Thesis, criterion with { Contracts = [.. criterion.Contracts, next] });
        var problems = ThesisCheck.Check(trial, board.Record);
        var before = Judge.Board(board.Thesis, board.Record, today);
        var inForce = With(board.Thesis, criterion with { Contracts = [.. criterion.Contracts, next with { From = today < next.From ? today : next.From }] });
        var after = problems.Count == 0 ? Judge.Board(inForce, board.Record, today) : null;
        return new(changes, problems, before.Criterion(criterion.Key)!, after?.Criterion(criterion.Key), before.Verdict, after?.Verdict ?? before.Verdict);
    }

    private static Thesis With(Thesis thesis, Criterion criterion) =>
        thesis with { Criteria = [.. thesis.Criteria.Select(c => c.Key == criterion.Key ? criterion : c)] };
}
