namespace ThesisBoard.Filings;

/// <summary>What a file is, by its content and never by its name.</summary>
public enum FileKind
{
    /// <summary>XHTML with inline XBRL.</summary>
    InlineXbrl,

    /// <summary>A plain XBRL instance.</summary>
    XbrlInstance,

    /// <summary>XML of any other kind.</summary>
    Xml,

    /// <summary>JSON, such as EDGAR's company facts and lists.</summary>
    Json,

    /// <summary>A page of HTML or XHTML without tagged facts at its start.</summary>
    Html,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>Text in rows of equally many fields, set apart by commas, semicolons or tabs.</summary>
    Csv,

    /// <summary>An Excel workbook (Office Open XML).</summary>
    Xlsx,

    /// <summary>A full EDGAR submission: a header and all its documents.</summary>
    Submission,

    /// <summary>Text without markup.</summary>
    PlainText,
}
