using System.Globalization;

namespace ThesisBoard.Features.Boards;

/// <summary>When a reader was on a board, and which version it was.</summary>
public sealed record Visit(DateOnly On, long Version);

/// <summary>
/// A reader's last two days on a board, kept by the reader's own browser: "2026-11-03.12~2026-11-22.14".
/// Two, because whoever loads the page twice on one day still wants to know what changed since the day before.
/// </summary>
public static class VisitCookie
{
    public static string Name(string slug) => $"seen-{slug}";

    /// <summary>The last visit on an earlier day, null when none is known, and the cookie that remembers this visit.</summary>
    public static (Visit? Last, string Value) Turn(string? cookie, Visit now)
    {
        var parts = (cookie ?? "").Split('~', 3);
        var newest = Read(parts[^1]);
        var last = newest is null || newest.On > now.On ? null : newest.On < now.On ? newest : parts.Length == 2 ? Read(parts[0]) : null;
        return (last, last is null ? Write(now) : $"{Write(last)}~{Write(now)}");
    }

    private static string Write(Visit visit) => string.Create(CultureInfo.InvariantCulture, $"{BoardUrls.Date(visit.On)}.{visit.Version}");

    private static Visit? Read(string text) =>
        text.Split('.') is [var day, var version]
        && BoardUrls.TryDate(day, out var on) && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(on, number)
            : null;
}
