namespace ThesisBoard.Features.Filings;

/// <summary>Whether a filing is the issuer's own. The CIK decides; only where one is missing do the names.</summary>
public static class EntityCheck
{
    private static readonly HashSet<string> LegalForms = new(StringComparer.OrdinalIgnoreCase)
    {
        "THE", "INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "LTD", "LIMITED", "LLC", "LP", "PLC", "SA", "SE", "NV", "AG", "AB", "ASA", "OYJ",
        "HOLDING", "HOLDINGS", "GROUP", "TRUST", "CLASS", "NEW", "ADR",
    };

    /// <summary>What is wrong, in a sentence; empty when the filing is the issuer's, or does not say whose it is.</summary>
    public static string Warning(string issuer, long? issuerCik, string company, long? cik)
    {
        if (cik is { } theirs && issuerCik is { } ours)
            return theirs == ours ? "" : $"This filing is of {Named(company, "another company")} (CIK {theirs}), and the thesis is about {issuer} (CIK {ours}).";
        var (named, own) = (Core(company), Core(issuer));
        return named.Count == 0 || own.Count == 0 || named.IsSubsetOf(own) || own.IsSubsetOf(named)
            ? ""
            : $"This filing names {company}, and the thesis is about {issuer}.";
    }

    /// <summary>Whether a text names the company: every word that makes its name stands in it.</summary>
    public static bool Names(string text, string company) => Core(company) is { Count: > 0 } words && words.All(word => HasWord(text, word));

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])))
                return true;
        }

        return false;
    }

    private static string Named(string company, string otherwise) => company.Length > 0 ? company : otherwise;

    /// <summary>The words that make the name: without punctuation and legal form.</summary>
    private static HashSet<string> Core(string name) => name
        .Split([.. name.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length > 1 && !LegalForms.Contains(word))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
