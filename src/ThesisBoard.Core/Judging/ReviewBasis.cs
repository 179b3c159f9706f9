using System.Text;
using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Judging;

/// <summary>Everything that a criterion's standing rests on, by hash: what a reviewer sees, and what an approval covers.</summary>
public sealed record ReviewBasis
{
    private const string Form = "thesisboard/basis-1\n";

    internal ReviewBasis(IEnumerable<BasisItem> items)
    {
        Items = [.. items.DistinctBy(i => (i.Kind, i.Key)).OrderBy(i => i.Kind).ThenBy(i => i.Key, StringComparer.Ordinal)];
        var text = new StringBuilder(Form);
        foreach (var item in Items)
            text.Append(item.Kind).Append(' ').Append(item.Key).Append(' ').Append(item.Digest.Hex).Append('\n');
        Hash = Sha256.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>One hash over all of it.</summary>
    public Sha256 Hash { get; }

    /// <summary>The items, by kind and key.</summary>
    public IReadOnlyList<BasisItem> Items { get; }

    /// <summary>The basis of a criterion; null when the thesis has no such criterion.</summary>
    public static ReviewBasis? Of(Theses.Thesis thesis, Record record, string criterion) => new BasisBook(thesis, record).Of(criterion);

    /// <summary>What differs from what an approval covers.</summary>
    public IReadOnlyList<BasisChange> Since(Approval approval)
    {
        var then = approval.Items.ToDictionary(i => (i.Kind, i.Key), i => i.Digest);
        var changes = new List<BasisChange>();
        foreach (var item in Items)
        {
            if (!then.Remove((item.Kind, item.Key), out var digest))
                changes.Add(new(item.Kind, item.Key, BasisStep.Added));
            else if (digest != item.Digest)
                changes.Add(new(item.Kind, item.Key, BasisStep.Changed));
        }

        changes.AddRange(then.Keys.Select(gone => new BasisChange(gone.Kind, gone.Key, BasisStep.Gone)));
        return changes;
    }
}

/// <summary>What became of an item since it was approved.</summary>
public enum BasisStep
{
    /// <summary>It has other words.</summary>
    Changed,

    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It is there no more.</summary>
    Gone,
}

/// <summary>One item that differs from what was approved.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="Step">What became of it.</param>
public sealed record BasisChange(BasisKind Kind, string Key, BasisStep Step);
