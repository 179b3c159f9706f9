namespace ThesisBoard.Core.Theses.Checks;

/// <summary>Criteria and the versions of their contracts.</summary>
internal sealed class CriterionChecks(CheckDesk desk)
{
    private const string Path = "$.thesis.criteria";
    private readonly RuleChecks rules = new(desk);

    public void Check(IReadOnlyList<Criterion> criteria)
    {
        desk.Require(criteria.Count <= ThesisCheck.MaxCriteria, Path, $"A thesis has at most {ThesisCheck.MaxCriteria} criteria. Split it into several theses.");
        desk.Each(criteria, Path, c => c.Key, (criterion, path) =>
        {
            desk.Line(criterion.Title, path + ".title");
            desk.Require(criterion.Contracts.Count > 0, path + ".contracts", "The criterion has no contract. Add version 1 with its question and rule.");
            for (var i = 0; i < criterion.Contracts.Count; i++)
                Contract(criterion, i, desk.At(path + ".contracts", i));
        });
        Circles(criteria);
    }

    private void Contract(Criterion criterion, int index, string path)
    {
        var contract = criterion.Contracts[index];
        desk.Require(contract.Version == index + 1, path + ".version",
            $"Versions count 1, 2, 3 and so on: this one must be {index + 1}, not {contract.Version}.");
        desk.Date(contract.From, path + ".from");
        desk.Require(index == 0 || contract.From >= criterion.Contracts[index - 1].From, path + ".from",
            "A version cannot begin before the one that it replaces. Set a later date.");
        desk.Line(contract.Question, path + ".question", ThesisCheck.MaxClause);
        desk.Text(contract.Assumption, path + ".assumption");
        desk.Text(contract.Settles, path + ".settles");
        desk.Text(contract.Reason, path + ".reason");
        if (contract.Deadline is { } deadline)
            desk.Deadline(deadline, path + ".deadline");
        rules.Check(contract.Rule, criterion.Key, path + ".rule");
        if (contract.Seal is { } seal)
            Sealed(criterion, index, seal, path);
    }

    private void Sealed(Criterion criterion, int index, Seal seal, string path)
    {
        var (contract, first) = (criterion.Contracts[index], criterion.Contracts[0]);
        desk.Line(seal.By, path + ".seal.by");
        desk.Date(seal.At.Date, path + ".seal.at");
        desk.Require(seal.IsOver(criterion.Key, contract), path + ".seal.hash",
            "The seal is over other words: this contract was changed after it was sealed. Put the sealed words back; a change is a new version.");
        if (index == 0)
            return;
        desk.Require(criterion.Contracts[index - 1].Seal is not null, path + ".seal", "The version before this one is a draft. Seal the versions in their order.");
        desk.Require(!string.IsNullOrWhiteSpace(contract.Reason), path + ".reason", "A new version says why the contract changes. Write the reason.");
        // The first sealing may judge the past, and the board says so; whatever is sealed later may not.
        desk.Require(contract.From >= seal.At.Date || seal.At == first.Seal?.At, path + ".from",
            "A version that is sealed later judges from the day of sealing at the earliest: the past stays as it was judged. Set a later date.");
    }

    /// <summary>No criterion may wait for itself on any date; versions that were never in force together may.</summary>
    private void Circles(IReadOnlyList<Criterion> criteria)
    {
        var joined = criteria.Where(c => c.Contracts.Any(v => RuleChecks.Named(v.Rule).Any())).ToList();
        var dates = joined.SelectMany(c => c.Contracts).Where(v => RuleChecks.Named(v.Rule).Any()).Select(v => v.From).Append(ThesisCheck.FirstDate).Distinct().Order();
        foreach (var date in dates)
        {
            var graph = joined.DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => RuleChecks.Named(c.On(date).Rule).ToList());
            if (Circle.In(graph) is not { } circle)
                continue;
            var index = criteria.Select(c => c.Key).ToList().IndexOf(circle[0]);
            desk.Add(desk.At(Path, index), $"These criteria wait for one another: {string.Join(" → ", circle)}. Take one of them out of the other's rule.");
            return;
        }
    }
}
