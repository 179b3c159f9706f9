namespace ThesisBoard.Filings.Tables;

/// <summary>A table of figures as it was given: text in cells, nothing interpreted.</summary>
/// <param name="Kind"><see cref="FileKind.Csv"/> or <see cref="FileKind.Xlsx"/>.</param>
/// <param name="Sheets">One for CSV; for a workbook, in the order of its tabs.</param>
public sealed record FigureTable(FileKind Kind, IReadOnlyList<FigureSheet> Sheets);

/// <summary>One sheet. Rows may differ in length; rows without any content are left out.</summary>
/// <param name="Name">The name on the tab; empty for CSV.</param>
/// <param name="IsHidden">Whether a person who opens the workbook does not see the sheet.</param>
/// <param name="Rows">
/// Cells from the first column on, empty ones as empty text. A workbook's numbers are plain decimals of at most 15 digits, as Excel shows
/// them, without their format; its dates are <c>yyyy-MM-dd</c>, with <c>HH:mm:ss</c> after a space where they have a time of day.
/// </param>
public sealed record FigureSheet(string Name, bool IsHidden, IReadOnlyList<IReadOnlyList<string>> Rows);
