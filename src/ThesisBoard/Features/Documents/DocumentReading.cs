using ThesisBoard.Core.Quantities;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Features.Documents;

/// <summary>A stored document as it is read: its page, text and facts. What could not be read says why.</summary>
/// <param name="Page">Null where the document holds no text.</param>
/// <param name="Facts">Null where it holds no tagged facts.</param>
/// <param name="Trouble">Why there is no page; empty when there is one.</param>
public sealed record DocumentReading(Sha256 Hash, string Name, RetrievedAt Retrieved, int Length, SafePage? Page, ReadResult? Facts, string Trouble)
{
    /// <summary>The text in which quotes stand; empty without a page.</summary>
    public FilingText Text => Page?.Text ?? new FilingText("", []);

    /// <summary>Roughly the characters in memory.</summary>
    internal long Weight => 1_000 + (Page?.Html.Length ?? 0) + Text.Text.Length + (24L * Text.Blocks.Count)
        + (400L * ((Facts?.Facts.Count ?? 0) + (Facts?.Skipped.Count ?? 0))) + (Facts?.TextFacts.Sum(t => 200L + (t.Text?.Length ?? 0)) ?? 0);
}
