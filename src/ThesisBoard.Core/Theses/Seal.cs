using System.Runtime.CompilerServices;
using System.Text;
using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Theses;

/// <summary>Closes a contract: from then on its words are fixed, and a change is a new version. A contract without a seal is a draft.</summary>
/// <param name="At">When it was sealed.</param>
/// <param name="By">Who sealed it.</param>
/// <param name="Hash">The SHA-256 of what was sealed: see <see cref="HashOf"/>.</param>
public sealed record Seal(RecordedAt At, string By, Sha256 Hash)
{
    // A contract never changes, and every write of a board looks at all of its seals again.
    private static readonly ConditionalWeakTable<Contract, KnownHash> Known = [];

    /// <summary>
    /// The hash of a contract of a criterion: over the UTF-8 bytes of the object with the members "criterion" and "contract", written on one line as the
    /// thesis file writes them, and without the seal.
    /// </summary>
    public static Sha256 HashOf(string criterion, Contract contract) =>
        Sha256.Of(Encoding.UTF8.GetBytes(ThesisJson.Write(new SealedWords(criterion, contract with { Seal = null }))));

    /// <summary>The contract under a seal of its own words.</summary>
    public static Contract Close(string criterion, Contract contract, RecordedAt at, string by) =>
        contract with { Seal = new(at, by, HashOf(criterion, contract)) };

    /// <summary>The seal is over these words.</summary>
    public bool IsOver(string criterion, Contract contract)
    {
        if (!Known.TryGetValue(contract, out var known) || known.Criterion != criterion)
            Known.AddOrUpdate(contract, known = new(criterion, HashOf(criterion, contract)));
        return Hash == known.Hash;
    }

    private sealed record KnownHash(string Criterion, Sha256 Hash);

    private sealed record SealedWords(string Criterion, Contract Contract);
}
