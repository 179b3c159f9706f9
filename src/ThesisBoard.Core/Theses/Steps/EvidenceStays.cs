using ThesisBoard.Core.Evidence;

namespace ThesisBoard.Core.Theses.Steps;

/// <summary>On an active thesis nothing that is on file is deleted, and what was withdrawn stays as it was.</summary>
public static class EvidenceStays
{
    /// <summary>What a step from one version to the next must not do; empty when it does nothing of that.</summary>
    public static IEnumerable<Problem> Check(Thesis before, Record was, Record now) => before.Activated is null ? [] :
    [
        .. Check(was.Evidence, now.Evidence, e => e.Key, e => e.Withdrawn, e => e with { Withdrawn = null, Stances = [] }, "evidence", "is evidence"),
        .. Check(was.Observations, now.Observations, o => o.Key, o => o.Withdrawn, o => o with { Withdrawn = null }, "observations", "is a figure"),
    ];

    private static IEnumerable<Problem> Check<T>(
        IReadOnlyList<T> was, IReadOnlyList<T> now, Func<T, string> keyOf, Func<T, Withdrawal?> withdrawalOf, Func<T, T> wordsOf, string list, string isWhat)
    {
        if (ReferenceEquals(was, now))
            yield break;
        var left = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in now)
            left.TryAdd(keyOf(item), item);
        foreach (var old in was)
        {
            var path = $"$.record.{list}";
            if (!left.TryGetValue(keyOf(old), out var item))
                yield return new(path, $"'{keyOf(old)}' {isWhat} of an active thesis and is never deleted. Withdraw it with a reason instead.");
            else if (withdrawalOf(old) is { } withdrawal && withdrawalOf(item) is { } other && (withdrawal != other || !IsSame(wordsOf(old), wordsOf(item))))
                yield return new(path, $"'{keyOf(old)}' is withdrawn, and stays on file as it was. Take the withdrawal back, or enter what is right anew.");
        }
    }

    private static bool IsSame<T>(T one, T other) => ReferenceEquals(one, other) || ThesisJson.Write(one) == ThesisJson.Write(other);
}
