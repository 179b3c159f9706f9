namespace ThesisBoard.Filings.Xbrl;

/// <summary>A fact whose context and unit may still come, further down or in the next document.</summary>
internal sealed class PendingFact
{
    public string Name { get; set; } = "";
    public string? Namespace { get; set; }
    public string ContextId { get; set; } = "";
    public string? UnitId { get; set; }
    public bool IsNumeric { get; set; }
    public required Place Place { get; init; }
    public string Decimals { get; set; } = "";
    public string Scale { get; set; } = "";
    public string Sign { get; set; } = "";
    public string Transform { get; set; } = "";
    public string? TransformNamespace { get; set; }
    public string ContinuedAt { get; set; } = "";
    public string Id { get; set; } = "";

    /// <summary>The document of the report that it stands in, from 1.</summary>
    public int Document { get; set; }

    /// <summary>Its number among the facts of its file, from 1.</summary>
    public int Number { get; set; }
    public bool IsNil { get; set; }
    public bool IsHidden { get; init; }

    /// <summary>Whether the fact keeps the markup inside it.</summary>
    public bool IsEscaped { get; set; }

    /// <summary>A reason found while reading, such as a fraction.</summary>
    public string? Problem { get; set; }

    /// <summary>The element's text, without what is excluded.</summary>
    public string Text { get; set; } = "";
}

/// <summary>The text of one <c>ix:continuation</c> and the id of the next.</summary>
internal sealed record Continuation(string Text, string ContinuedAt);
