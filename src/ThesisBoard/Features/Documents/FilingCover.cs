using System.Globalization;
using System.Text.RegularExpressions;
using ThesisBoard.Core.Theses;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Documents;

/// <summary>What a document says of itself: its tagged cover page, or else the words at its beginning. What it does not say is empty.</summary>
internal sealed partial record FilingCover(string Form, string Exhibit, string Company, long? Cik, DateOnly? PeriodEnd)
{
    private const int Beginning = 6_000;
    private const int LongestCompany = 120;

    /// <param name="issuer">Whose filing it should be.</param>
    public static FilingCover Of(string name, FilingText text, ReadResult? facts, Issuer issuer)
    {
        var start = text.Text[..Math.Min(Beginning, text.Text.Length)];
        var exhibit = ExhibitOf(name, start);
        var form = Tagged(facts, "DocumentType") is { Length: > 0 } tagged ? tagged : exhibit.Length == 0 && FormHead().Match(start) is { Success: true } head ? head.Groups[1].Value.ToUpperInvariant() : "";
        var company = Tagged(facts, "EntityRegistrantName") is { Length: > 0 } registrant ? registrant : Registrant(text);
        var named = company.Length > 0 || CikOf(facts) is not null ? new NamedCompany(company, CikOf(facts)) : CompanyMentions.Of(text.Text, issuer);
        return new(
            form,
            exhibit,
            named.Name,
            named.Cik,
            DateOnly.TryParseExact(Tagged(facts, "DocumentPeriodEndDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end) ? end : null);
    }

    private static string Tagged(ReadResult? facts, string concept) =>
        facts?.TextFacts.FirstOrDefault(f => f.Name.EndsWith(":" + concept, StringComparison.Ordinal) && f.Dimensions.Count == 0)?.Text?.Trim() ?? "";

    private static long? CikOf(ReadResult? facts) =>
        facts?.Entities.Select(e => e.Cik).FirstOrDefault(cik => cik is not null) is { } cik && long.TryParse(cik, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string ExhibitOf(string name, string start) =>
        ExhibitHead().Match(start) is { Success: true } head ? $"EX-{head.Groups[1].Value}"
        : ExhibitName().Match(name) is { Success: true } named ? $"EX-{named.Groups[1].Value}{(named.Groups[2].Length > 0 ? "." + named.Groups[2].Value : "")}"
        : "";

    /// <summary>The line above "(Exact name of registrant as specified in its charter)" or "(Registrant Name)", as cover pages name their company.</summary>
    private static string Registrant(FilingText text)
    {
        var before = "";
        foreach (var block in text.Blocks)
        {
            if (block.Start > Beginning)
                break;
            var line = text.Of(block).ToString();
            var at = NameLabel().Match(line);
            if (at.Success)
                return (at.Index > 0 ? line[..at.Index].Trim(' ', '(', '\t') : before) is { Length: > 0 and <= LongestCompany } company ? company : "";
            if (line.Any(char.IsLetterOrDigit))
                before = line.Trim();
        }

        return "";
    }

    [GeneratedRegex(@"\bform\s+(20-F|40-F|10-KT?|10-QT?|8-K|6-K)(?:/A)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex FormHead();

    [GeneratedRegex(@"\A\s*(?:EX-\S+\s+)?exhibit\s+(\d{1,3}(?:\.\d{1,3})?)", RegexOptions.IgnoreCase)]
    private static partial Regex ExhibitHead();

    [GeneratedRegex(@"(?:^|[^a-z])ex(?:hibit)?[-_. ]?(\d{2})(?:[-_.](\d{1,2}))?(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex ExhibitName();

    [GeneratedRegex(@"(?:\A|\()\s*(?:(?:exact\s+)?name\s+of\s+(?:the\s+)?registrant|(?:translation\s+of\s+)?registrant(?:['’]s)?\s+name)", RegexOptions.IgnoreCase)]
    private static partial Regex NameLabel();
}
