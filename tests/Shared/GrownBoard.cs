using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Tests.Shared;

/// <summary>A board with as much evidence as asked for: the sample's own evidence repeated under new keys, spread over its sources. All else stays, so that two of them differ in nothing but size.</summary>
internal static class GrownBoard
{
    public static (Thesis Thesis, Record Record) Of(string sampleFile, string slug, int evidence)
    {
        var sample = ThesisFile.Read(sampleFile);
        if (!sample.IsRead)
            throw new InvalidOperationException(string.Join('\n', sample.Problems));
        var items = sample.Record.Evidence;
        var grown = Enumerable.Range(0, evidence).Select(n => n < items.Count ? items[n] : items[n % items.Count] with
        {
            Key = FormattableString.Invariant($"{items[n % items.Count].Key}-{n}"),
            Claim = FormattableString.Invariant($"{items[n % items.Count].Claim} ({n})"),
        });
        var kept = items.Take(evidence).Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        return (
            sample.Thesis with { Slug = slug, Title = $"{sample.Thesis.Title}, grown", IsSample = false },
            sample.Record with { Evidence = [.. grown], Proofs = [.. sample.Record.Proofs.Where(p => kept.Contains(p.Evidence))] });
    }
}
