using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses.Checks;

namespace ThesisBoard.Core.Theses.Steps;

/// <summary>Contracts from one version of a board to the next: what is sealed stays to the letter, what is new has a reason and is sealed now.</summary>
internal sealed class ContractSteps(Thesis before, Thesis after, RecordedAt now, List<Problem> problems)
{
    private const string Path = "$.thesis.criteria";

    public void Check()
    {
        var old = before.Criteria.DistinctBy(c => c.Key).ToDictionary(c => c.Key, StringComparer.Ordinal);
        for (var i = 0; i < after.Criteria.Count; i++)
        {
            var criterion = after.Criteria[i];
            old.Remove(criterion.Key, out var was);
            if (!ReferenceEquals(was, criterion))
                Criterion(was, criterion, Problem.At(Path, i));
        }

        if (before.Activated is null)
            return;
        foreach (var gone in old.Values.Where(c => c.IsSealed))
            problems.Add(new(Path, $"“{gone.Title}” is sealed, and the thesis is active: it cannot be removed. Retire it by a new version that says why, or end the thesis."));
    }

    private void Criterion(Criterion? was, Criterion criterion, string path)
    {
        var known = was?.Contracts ?? [];
        foreach (var kept in known.Where(c => c.Seal is not null))
        {
            if (criterion.Contracts.FirstOrDefault(c => c.Version == kept.Version) is not { } now)
                problems.Add(new($"{path}.contracts", FormattableString.Invariant($"Version {kept.Version} of “{was!.Title}” is sealed and cannot be removed.")));
            else if (!Same(kept, now))
                problems.Add(new(Of(path, criterion, now), FormattableString.Invariant($"Version {kept.Version} of “{was!.Title}” is sealed and cannot be changed. Make a new version, with the reason.")));
        }

        foreach (var contract in criterion.Contracts)
        {
            var old = known.FirstOrDefault(c => c.Version == contract.Version);
            if (old?.Seal is null && (old is null || !Same(old, contract)))
                New(contract, Of(path, criterion, contract));
        }
    }

    /// <summary>A version that was not there, or a draft that was edited or sealed.</summary>
    private void New(Contract contract, string path)
    {
        if (contract.Version > 1 && string.IsNullOrWhiteSpace(contract.Reason))
            problems.Add(new(path + ".reason", "Say why the contract changes."));
        if (before.Ended is not null)
            problems.Add(new(path, "This thesis has ended: its contracts stay as they were."));
        if (contract.Seal is { } seal && seal.At != now)
            problems.Add(new(path + ".seal.at", "A seal bears the time at which it is set here, and this one bears another. Take the seal out and seal the contract on this board."));
    }

    private static string Of(string path, Criterion criterion, Contract contract) => Problem.At(path + ".contracts", criterion.Contracts.ToList().IndexOf(contract));

    private static bool Same(Contract a, Contract b) => ReferenceEquals(a, b) || ThesisJson.Write(a) == ThesisJson.Write(b);
}
