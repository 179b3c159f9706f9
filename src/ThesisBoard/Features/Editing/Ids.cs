using System.Runtime.CompilerServices;

namespace ThesisBoard.Features.Editing;

/// <summary>One line of a choice.</summary>
public sealed record Choice(string Value, string Text);

/// <summary>Element ids that are unique even when two forms stand on one page.</summary>
public static class Ids
{
    public static string Of(object form, string path) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"f{(uint)RuntimeHelpers.GetHashCode(form):x}-{path.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-')}");
}
