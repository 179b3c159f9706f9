using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Features.Filings;

/// <summary>A filing in few words.</summary>
internal static class FilingName
{
    public static string Of(string form, string title, DateOnly? filed) =>
        (form.Length > 0 ? $"Form {form}" : title.Length > 0 ? title : "files") + (filed is { } day ? $" of {Figures.Date(day)}" : "");
}
