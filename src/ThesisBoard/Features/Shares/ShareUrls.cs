using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Reports;

namespace ThesisBoard.Features.Shares;

/// <summary>Every link to a shared board and to the page on which links are made.</summary>
public static class ShareUrls
{
    /// <summary>The beginning of every address of a shared board.</summary>
    public const string Any = "/s";

    private const string To = "to", Report = "report";

    public static string Share(string token) => $"{Any}/{Uri.EscapeDataString(token)}";

    /// <summary>The door of a link, for who was on the way to the report.</summary>
    public static string Door(string token, DateOnly? asOf)
    {
        var door = BoardUrls.At(Share(token), asOf is { } date ? new() { AsOf = date } : null);
        return QueryHelpers.AddQueryString(door, To, Report);
    }

    /// <summary>Where a door leads: to the board, or on to the report.</summary>
    public static string Behind(string token, IQueryCollection door)
    {
        var asOf = BoardUrls.Read(door, out _)?.AsOf;
        return door[To] == Report ? ReportUrls.Report(Share(token), asOf) : BoardUrls.At(Share(token), asOf is { } date ? new() { AsOf = date } : null);
    }

    public static string Badge(string token) => $"{Share(token)}/badge.svg";

    /// <summary>The picture of link previews.</summary>
    public static string Card(string token) => $"{Share(token)}/card.png";

    /// <summary>The board in small, for a frame in a page of one's own.</summary>
    public static string Panel(string token) => $"{Share(token)}/panel";

    public static string Feed(string token) => $"{Share(token)}/feed.atom";

    public static string Calendar(string token) => $"{Share(token)}/calendar.ics";

    /// <summary>What was put right on the board, from before a version on.</summary>
    public static string Corrections(string token, long? before = null) =>
        before is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Share(token)}/corrections?before={version}") : $"{Share(token)}/corrections";

    /// <summary>A cited document as its sanitised page.</summary>
    public static string Document(string token, Sha256 hash) => $"{Share(token)}/documents/{hash.Hex}";

    /// <summary>The bytes of a cited document.</summary>
    public static string File(string token, Sha256 hash) => $"{Document(token, hash)}/file";

    /// <summary>Where the links of a board are made and revoked.</summary>
    public static string Sharing(string slug) => $"{BoardUrls.Board(slug)}/sharing";

    public static string AfterRevoking(string slug) => $"{Sharing(slug)}?now=revoked";

    public static string AfterPassword(string slug) => $"{Sharing(slug)}?now=password";
}
