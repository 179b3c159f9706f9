using System.Text.RegularExpressions;

namespace ThesisBoard.Tests.Shared.Clients;

/// <summary>Makes share links as a member does, by the page's form.</summary>
internal static partial class ShareLinks
{
    /// <summary>A link that follows the board, without password, end or maximum unless the fields of the form say so.</summary>
    public static async Task<string> MakeLink(this Visitor member, string board, params (string Name, string Value)[] choices)
    {
        var page = await member.Http.GetStringAsync($"{board}/sharing");
        var fields = new Dictionary<string, string>
        {
            ["_handler"] = "make-link",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["Form.Name"] = "Readers",
            ["Form.Shows"] = "live",
        };
        foreach (var (name, value) in choices)
            fields[name] = value;
        using var answer = await member.Http.PostAsync($"{board}/sharing", new FormUrlEncodedContent(fields));
        var made = Link().Match(await answer.Content.ReadAsStringAsync());
        return made.Success ? made.Groups[1].Value : throw new InvalidOperationException($"No link was made: {answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex("data-copy=\"(/s/[A-Za-z0-9_-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
