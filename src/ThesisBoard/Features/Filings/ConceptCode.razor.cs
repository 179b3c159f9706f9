using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace ThesisBoard.Features.Filings;

public sealed partial class ConceptCode
{
    [Parameter, EditorRequired] public required string Name { get; set; }

    internal static string Breakable(string name) => string.Join("<wbr>", Border().Split(name).Select(WebUtility.HtmlEncode));

    [GeneratedRegex("(?<=:)|(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Border();
}
