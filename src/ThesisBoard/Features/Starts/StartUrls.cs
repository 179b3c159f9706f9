using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Starts;

/// <summary>Every link of the way to an own board.</summary>
public static class StartUrls
{
    public const string Start = "/start";

    /// <summary>Where a filing is sent that says who the issuer is.</summary>
    public const string File = $"{Start}/file";

    /// <summary>A step, with what was typed so far.</summary>
    public static string At(int step, IEnumerable<KeyValuePair<string, string>> typed) => With(Start, typed.Prepend(new("step", step.ToString(CultureInfo.InvariantCulture))));

    /// <summary>A look-up of what was typed.</summary>
    public static string Find(IEnumerable<KeyValuePair<string, string>> typed) => With(Start, typed.Prepend(new("step", StepIssuer.Find)));

    /// <summary>The other ways to make a board, on the page of all boards.</summary>
    public const string Ways = $"{BoardUrls.Boards}?{WaysKey}";

    internal const string WaysKey = "ways";

    /// <summary>Where a filing is sent without losing what was typed.</summary>
    public static string FileWith(IEnumerable<KeyValuePair<string, string>> typed) => With(File, typed);

    /// <summary>An own copy of a board.</summary>
    public static string Copy(string slug) => $"{BoardUrls.Board(slug)}/copy";

    private static string With(string path, IEnumerable<KeyValuePair<string, string>> typed) =>
        QueryHelpers.AddQueryString(path, typed.Select(t => KeyValuePair.Create(t.Key, (string?)t.Value)));
}
