using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Core.Charts;

/// <summary>The figures of a chart as a table, for readers, for the CSV, and for everyone who does not see the drawing.</summary>
/// <param name="Columns">The headings, with units.</param>
/// <param name="Rows">The rows; each has one cell a column.</param>
public sealed record DataTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<DataCell>> Rows);

/// <summary>One cell.</summary>
/// <param name="Text">What people read; what is missing says so.</param>
/// <param name="Number">The exact number, where the cell is one.</param>
/// <param name="Source">The key of the source that it was read in.</param>
/// <param name="Note">Where it comes from: grade and source.</param>
public readonly record struct DataCell(string Text, decimal? Number = null, string? Source = null, string Note = "")
{
    /// <summary>What a table shows where nothing is on file.</summary>
    public const string NotOnFile = "not on file";

    /// <summary>A cell for a drawn point, or what is said in its place.</summary>
    public static DataCell Of(ChartPoint? point, string missing = NotOnFile) =>
        point is null ? new(missing) : new(point.Label, point.Value, point.Source, point.Origin);

    /// <summary>A cell for a number that no source states.</summary>
    public static DataCell Of(Quantity value) => new(Figures.Show(value), value.Amount);
}
