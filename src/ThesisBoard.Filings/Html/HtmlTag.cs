namespace ThesisBoard.Filings.Html;

/// <summary>One start or end tag; the scanner uses the same object again for the next.</summary>
internal sealed class HtmlTag
{
    private const int MostAttributes = 256;
    private readonly List<KeyValuePair<string, string>> attributes = [];

    /// <summary>In lower case, with its prefix if it has one.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether it ends in <c>/&gt;</c>, which means something in XML only.</summary>
    public bool IsSelfClosing { get; set; }

    public IReadOnlyList<KeyValuePair<string, string>> Attributes => attributes;

    /// <summary>The attribute's value, or <see langword="null"/>.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var attribute in attributes)
            {
                if (attribute.Key == name)
                    return attribute.Value;
            }
            return null;
        }
    }

    public void Begin(string name)
    {
        Name = name;
        IsSelfClosing = false;
        attributes.Clear();
    }

    /// <summary>Of an attribute written twice, the first counts.</summary>
    public void Add(string name, string value)
    {
        if (attributes.Count < MostAttributes && this[name] is null)
            attributes.Add(new(name, value));
    }
}
