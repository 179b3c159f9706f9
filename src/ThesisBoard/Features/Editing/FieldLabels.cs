namespace ThesisBoard.Features.Editing;

/// <summary>What the fields of an item are called on screen, by the last name in their path.</summary>
public static class FieldLabels
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["key"] = "Name in links",
        ["bar"] = "Evidence bar",
        ["from"] = "In force from",
        ["settles"] = "What would settle it",
        ["reason"] = "Reason",
        ["withLine"] = "Due with the invalidation line",
        ["rule"] = "Rule",
        ["kind"] = "Kind",
        ["warn"] = "Strained beyond",
        ["break"] = "Broken beyond",
        ["in"] = "Flow in",
        ["out"] = "Flow out",
        ["least"] = "How many parts",
        ["atLeast"] = "How many complete",
        ["cik"] = "CIK",
        ["url"] = "Address",
        ["next"] = "Next periodic reports",
        ["after"] = "After",
        ["reports"] = "Reports",
        ["published"] = "Published on",
        ["publishedBasis"] = "The date is",
        ["restates"] = "Restates the figure on file",
        ["decimals"] = "Precision",
        ["sides"] = "Claims",
        ["concepts"] = "XBRL concepts",
        ["recorded"] = "Entered",
    };

    /// <summary>Fields whose own name says too little without what they are a part of.</summary>
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["withdrawn.at"] = "Withdrawn at",
        ["withdrawn.by"] = "Withdrawn by",
        ["withdrawn.reason"] = "Why it is withdrawn",
        ["seal.at"] = "Sealed at",
        ["seal.by"] = "Sealed by",
        ["activated.at"] = "Active since",
        ["activated.by"] = "Activated by",
        ["ended.at"] = "Ended at",
        ["ended.by"] = "Ended by",
        ["ended.reason"] = "Why it ended",
        ["search.at"] = "Searched at",
        ["search.by"] = "Searched by",
    };

    public static string Of(string path)
    {
        var dot = path.LastIndexOf('.');
        var name = path[(dot + 1)..];
        if (dot > 0 && Parts.TryGetValue(path[(path.LastIndexOf('.', dot - 1) + 1)..], out var part))
            return part;
        return Names.TryGetValue(name, out var known) ? known : Spaced(name);
    }

    /// <summary>fiscalYearEndMonth is "Fiscal year end month".</summary>
    private static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => i == 0 ? char.ToUpperInvariant(c).ToString() : char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
