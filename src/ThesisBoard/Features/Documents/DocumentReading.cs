using ThesisBoard.Core.Evidence;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Documents;

/// <summary>A stored document as it is read: its page, text and facts. What could not be read says why.</summary>
public sealed class DocumentReading
{
    private static readonly FilingText NoText = new("", []);
    private readonly Lazy<InkText> ink;
    private readonly Lazy<IReadOnlyDictionary<string, InkRange>> places;

    /// <param name="page">Null where the document holds no text.</param>
    /// <param name="facts">Null where it holds no tagged facts.</param>
    /// <param name="trouble">Why there is no page; empty when there is one.</param>
    public DocumentReading(Data.StoredDocument stored, SafePage? page, ReadResult? facts, string trouble = "")
    {
        (Hash, Name, Retrieved, Length) = (stored.Hash, DocumentName.Clean(stored.Name, $"document-{stored.Hash.Brief}"), stored.Retrieved, stored.Length);
        (Page, Facts, Trouble) = (page, facts, trouble);
        ink = new(() => new InkText(Text.Text));
        places = new(() => FactPlaces.Of(Page?.Html ?? ""));
    }

    public Sha256 Hash { get; }

    public string Name { get; }

    public RetrievedAt Retrieved { get; }

    /// <summary>Bytes as they came.</summary>
    public int Length { get; }

    public SafePage? Page { get; }

    public ReadResult? Facts { get; }

    public string Trouble { get; }

    /// <summary>The text in which quotes stand; empty without a page.</summary>
    public FilingText Text => Page?.Text ?? NoText;

    public InkText Ink => ink.Value;

    /// <summary>The characters that a memory of this takes, roughly.</summary>
    internal long Weight => 1_000 + (2L * (Page?.Html.Length ?? 0)) + (4L * Text.Text.Length) + (16L * Text.Blocks.Count)
        + (400L * ((Facts?.Facts.Count ?? 0) + (Facts?.Skipped.Count ?? 0))) + (Facts?.TextFacts.Sum(t => 200L + (t.Text?.Length ?? 0)) ?? 0);

    /// <summary>Where a fact stands in the text; null for a hidden one.</summary>
    public TextRange? Place(string tag) => places.Value.TryGetValue(tag, out var place) ? Ink.Range(place) : null;
}
