using System.Globalization;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Api;

/// <summary>What was sent, as a place in the thesis file, where the checks name what is wrong: the caller reads it as a place in the own request.</summary>
/// <param name="List">The list of the file, such as <c>$.record.evidence</c>.</param>
/// <param name="First">Where in that list the sent item stands, or the first of them.</param>
/// <param name="Inside">The list of the item of which the last was sent, such as its contracts; the whole item where empty.</param>
/// <param name="Many">The member of the request that holds the items, where it holds several.</param>
internal sealed record ApiPlace(string List, int First, string Inside = "", string? Many = null)
{
    /// <summary>A request whose members are named by the checks themselves.</summary>
    public static ApiPlace Own { get; } = new("", 0);

    public IReadOnlyList<Problem> Of(IReadOnlyList<Problem> problems) => [.. problems.Select(p => p with { Path = Of(p.Path) })];

    private string Of(string path)
    {
        if (path.Length == 0 || path == RetryName)
            return path;
        if (path[0] != '$')
            return $"$.{path}";
        var begin = $"{List}[";
        if (List.Length == 0 || !path.StartsWith(begin, StringComparison.Ordinal) || path.IndexOf(']', begin.Length) is not (> 0 and var end)
            || !int.TryParse(path.AsSpan(begin.Length, end - begin.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index < First)
            return path;
        var rest = path[(end + 1)..];
        return Many is not null ? string.Create(CultureInfo.InvariantCulture, $"$.{Many}[{index - First}]{rest}")
            : index > First ? path
            : Inside.Length > 0 && rest.StartsWith(Inside, StringComparison.Ordinal) ? "$" + rest[(rest.IndexOf(']') + 1)..] : "$" + rest;
    }

    private const string RetryName = ApiTags.RetryKey;
}
