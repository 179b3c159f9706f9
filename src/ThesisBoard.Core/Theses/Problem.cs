using System.Globalization;

namespace ThesisBoard.Core.Theses;

/// <summary>Something that a person must put right before a thesis or its record can be saved or read.</summary>
/// <param name="Path">Where, as a JSON path in the thesis file: <c>$.thesis.criteria[0].contracts[0].rule.share</c>.</param>
/// <param name="Message">What is wrong and what to do, in one or two sentences.</param>
public sealed record Problem(string Path, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Message}";

    /// <summary>Where an item of a list stands.</summary>
    internal static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
