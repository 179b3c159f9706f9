namespace ThesisBoard.Filings.Html;

/// <summary>One element that is open.</summary>
/// <param name="IsBold">Whether its text is bold, inherited or by itself.</param>
/// <param name="Written">The element written for it in the sanitised page, or <see langword="null"/>.</param>
internal readonly record struct OpenElement(string Name, bool IsHidden, bool IsBold, bool IsPreformatted, string? Written);

/// <summary>The elements that are open, outermost first, and the rules by which HTML closes some without being told.</summary>
internal sealed class OpenElements(ReadLimits limits)
{
    private static readonly string[] Cells = ["td", "th"];
    private static readonly string[] Rows = ["tr"];
    private static readonly string[] Groups = ["thead", "tbody", "tfoot", "tr"];
    private static readonly string[] Items = ["li"];
    private static readonly string[] Terms = ["dd", "dt"];
    private static readonly string[] Paragraphs = ["p"];
    private readonly List<OpenElement> open = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public int Count => open.Count;

    public OpenElement Top => open.Count > 0 ? open[^1] : default;

    public void Push(OpenElement element)
    {
        if (open.Count >= limits.MaxDepth)
            throw new FilingException(FilingErrorKind.TooDeep, $"Elements nest deeper than {limits.MaxDepth}.");
        open.Add(element);
        counts[element.Name] = counts.GetValueOrDefault(element.Name) + 1;
    }

    /// <summary>Takes out the element at <paramref name="index"/>.</summary>
    public OpenElement RemoveAt(int index)
    {
        var element = open[index];
        open.RemoveAt(index);
        counts[element.Name]--;
        return element;
    }

    /// <summary>The innermost open element of this name that an end tag here may close, or -1. A cell keeps what is around it open.</summary>
    public int Find(string name)
    {
        if (counts.GetValueOrDefault(name) == 0)
            return -1;
        var isTablePart = name is "table" or "tbody" or "thead" or "tfoot" or "tr" or "td" or "th";
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == name)
                return i;
            if (open[i].Name == "table" || (!isTablePart && open[i].Name is "td" or "th"))
                return -1;
        }
        return -1;
    }

    /// <summary>From where on elements close by themselves when an element of this name begins; <see cref="Count"/> if none does. XHTML may hold blocks in paragraphs.</summary>
    public int ImpliedEnd(string name, bool isXml)
    {
        var ended = name switch
        {
            "td" or "th" => Outermost(Cells, "tr"),
            "tr" => Outermost(Rows, "table"),
            "tbody" or "thead" or "tfoot" => Outermost(Groups, "table"),
            "li" => Outermost(Items, "ul", "ol", "menu", "dir"),
            "dd" or "dt" => Outermost(Terms, "dl"),
            _ => Count,
        };
        return ended == Count && (isXml ? name == "p" : HtmlText.IsBlock(name)) && counts.GetValueOrDefault("p") > 0 ? Outermost(Paragraphs, "td", "th") : ended;
    }

    private int Outermost(ReadOnlySpan<string> names, params ReadOnlySpan<string> barriers)
    {
        var found = Count;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var name = open[i].Name;
            if (names.Contains(name))
                found = i;
            else if (name == "table" || barriers.Contains(name) || (name is "td" or "th" && !names.Contains("tr")))
                break;
        }
        return found;
    }
}
