using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Theses;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Judgements;

/// <summary>A person judges a criterion under the version of its contract that the person read, with a reason. Known from today on.</summary>
public sealed record JudgeCriterion(string Criterion, int ContractVersion, Standing Standing, string Reason, IReadOnlyList<string> Evidence, Guid RowVersion) : BoardEdit
{
    /// <inheritdoc />
    public override Permission Needs => Permission.Judge;

    internal override IEnumerable<Seen> Saw => [new(new(ItemKind.Criterion, Criterion), RowVersion)];

    internal override Outcome Edit(BoardContent board, WriteMoment moment)
    {
        if (BoardItems.Criteria.Get(board, Criterion) is not { } criterion)
            return Outcomes.NoItem(Criterion);
        if (criterion.Contracts.All(c => c.Version != ContractVersion))
            return Outcome.Refuse("version", $"'{Criterion}' has no version {ContractVersion}.");
        var judgement = new Judgement
        {
            Key = $"judgement-{Guid.CreateVersion7(moment.Utc):n}",
            Criterion = Criterion,
            Version = ContractVersion,
            Standing = Standing,
            Reason = Reason,
            By = moment.Actor.Name,
            Published = new(moment.Today),
            Evidence = Evidence,
        };
        return BoardItems.Judgements.Add(board, judgement, $"Judged “{criterion.Title}”: {Standing}");
    }
}
