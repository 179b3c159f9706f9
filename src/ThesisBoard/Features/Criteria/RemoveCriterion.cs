using ThesisBoard.Data;

namespace ThesisBoard.Features.Criteria;

/// <summary>Removes a criterion with its judgements and the stances toward it. A leg of the invalidation line must leave the line first.</summary>
public sealed record RemoveCriterion(string Key, Guid RowVersion) : BoardEdit
{
    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Criterion, Key), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (board.Thesis.Line?.Legs.Contains(Key) == true)
            return Outcome.Refuse("key", $"'{Key}' is a leg of the invalidation line; take it out of the line first.");
        var bare = BoardItems.Judgements.Remove(board, j => j.Criterion == Key);
        foreach (var evidence in board.Record.Evidence.Where(e => e.Stances.Any(s => s.Criterion == Key)))
            bare = BoardItems.Evidence.Replace(bare, evidence with { Stances = [.. evidence.Stances.Where(s => s.Criterion != Key)] });
        return BoardItems.Criteria.Remove(bare, Key, c => $"Removed the criterion “{c.Title}”");
    }
}
