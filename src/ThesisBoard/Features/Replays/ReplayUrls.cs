using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Replays;

/// <summary>Every link to and within a replay, below the address at which the reader has the board.</summary>
public static class ReplayUrls
{
    /// <summary>The replay on a date; without one, from its beginning.</summary>
    public static string Replay(string home, DateOnly? on = null) => on is { } date ? $"{home}/replay?on={BoardUrls.Date(date)}" : $"{home}/replay";

    public static string Csv(string home) => $"{home}/replay.csv";

    public static string Json(string home) => $"{home}/replay.json";

    /// <summary>The date that a link asks for, null when it asks for none; false with the offending text when it is no date.</summary>
    public static bool TryRead(IQueryCollection link, out DateOnly? on, out string? badDate)
    {
        (on, badDate) = (null, null);
        if (string.IsNullOrWhiteSpace(link["on"]))
            return true;
        if (BoardUrls.TryDate(link["on"], out var date))
        {
            on = date;
            return true;
        }

        badDate = link["on"];
        return false;
    }
}
