namespace ThesisBoard.Features.Palette;

/// <summary>A place that the command palette leads to.</summary>
/// <param name="Kind">What it is, in a word: board, criterion, evidence, date, document.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Detail">What tells it from others of that name; also searched.</param>
/// <param name="Url">Where it is.</param>
public sealed record PaletteEntry(string Kind, string Text, string Detail, string Url);
