using System.Text.Json.Nodes;
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
    private static readonly string[] OwnWords = ["version", "from", "reason", "seal"];

    /// <summary>Judges the unsaved version on a day, as if it were sealed and in force. It takes the place of a draft, else it comes after the newest version.</summary>
    public static ContractPreview Of(BoardContent board, Criterion criterion, Contract next, DateOnly today)
    {
        next = next with { Seal = null };
        var changes = Between(criterion.Contracts[^1], next);
        var kept = criterion.Contracts.Where(c => c.Version < next.Version);
        var problems = ThesisCheck.Check(With(board.Thesis, criterion with { Contracts = [.. kept, next] }), board.Record);
        var before = Judge.Board(board.Thesis, board.Record, today);
        var inForce = With(board.Thesis, criterion with { Contracts = [Seal.Close(criterion.Key, next, default, "")] });
        var after = problems.Count == 0 ? Judge.Board(inForce, board.Record, today) : null;
        return new(changes, problems, before.Criterion(criterion.Key)!, after?.Criterion(criterion.Key), before.Verdict, after?.Verdict ?? before.Verdict);
    }

    /// <summary>What differs between two versions of a contract, without what belongs to each alone.</summary>
    public static IReadOnlyList<FieldChange> Between(Contract before, Contract after) => FieldDiff.Between(Words(before), Words(after));

    private static JsonObject Words(Contract contract)
    {
        var words = FieldDiff.Json(contract);
        foreach (var own in OwnWords)
            words.Remove(own);
        return words;
    }

    private static Thesis With(Thesis thesis, Criterion criterion) =>
        thesis with { Criteria = [.. thesis.Criteria.Select(c => c.Key == criterion.Key ? criterion : c)] };
}
