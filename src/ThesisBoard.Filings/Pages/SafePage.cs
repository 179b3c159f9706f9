using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Pages;

/// <summary>One entry of a page's outline.</summary>
/// <param name="Id">The id of the mark on the page, to link to.</param>
/// <param name="Level">The depth, from 1.</param>
/// <param name="Page">The page it stands on, from 1; 0 where the document has none.</param>
public sealed record OutlineEntry(string Id, string Text, int Level, int Page);

/// <summary>A document as one sanitised page: no script, no handler, no form, nothing fetched from anywhere, no style that leaves its place.</summary>
/// <param name="Html">A whole HTML document, to be shown in a sandboxed frame.</param>
/// <param name="Text">
/// The document's text, as <see cref="FilingTextReader"/> reads it. The page holds the same characters in the same order but for white space.
/// </param>
/// <param name="Outline">Headings, or pages of a document that has those.</param>
/// <param name="Facts">The <c>data-fact</c> of each marked fact, in order; equal to <see cref="Fact.Tag"/> and <see cref="TextFact.Tag"/>.</param>
public sealed record SafePage(string Html, FilingText Text, IReadOnlyList<OutlineEntry> Outline, IReadOnlyList<string> Facts);
