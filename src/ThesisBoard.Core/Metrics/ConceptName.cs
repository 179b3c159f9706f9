using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ThesisBoard.Core.Metrics;

/// <summary>
/// A concept of an XBRL taxonomy, as a metric names it: <c>us-gaap:LongTermDebtNoncurrent</c>. Such a name means facts without dimensions, since a fact with
/// dimensions is no total. One that is reported by member names it: <c>us-gaap:CryptoAssetNumberOfUnits|*=*:BitcoinMember</c>,
/// in which <c>*</c> stands for any axis, or for any prefix of a member.
/// </summary>
/// <param name="Name">The QName with the taxonomy's usual prefix.</param>
/// <param name="Members">The dimensions that a fact must have, all of them and no others; empty for a total.</param>
public sealed partial record ConceptName(string Name, IReadOnlyList<ConceptMember> Members)
{
    /// <summary>The longest form, in characters.</summary>
    public const int MaxLength = 300;

    /// <summary>Reads the written form.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ConceptName? concept)
    {
        concept = null;
        if (text.Length > MaxLength || !Form().IsMatch(text))
            return false;
        var parts = text.Split('|');
        concept = new(parts[0], [.. parts[1..].Select(p => new ConceptMember(p[..p.IndexOf('=', StringComparison.Ordinal)], p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..]))]);
        return true;
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.-]*:[A-Za-z_][A-Za-z0-9_.-]*(?:\|(?:\*|[A-Za-z_][A-Za-z0-9_.-]*:[A-Za-z_][A-Za-z0-9_.-]*)=(?:\*|[A-Za-z_][A-Za-z0-9_.-]*):[A-Za-z_][A-Za-z0-9_.-]*)*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>A dimension that a fact must have.</summary>
/// <param name="Axis">The axis as a QName, or <c>*</c> for any.</param>
/// <param name="Member">The member as a QName; its prefix may be <c>*</c>.</param>
public readonly record struct ConceptMember(string Axis, string Member);
