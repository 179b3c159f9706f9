using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Reports;

/// <summary>The links to a thesis report, below the address at which the reader has the board.</summary>
public static class ReportUrls
{
    /// <summary>The report on a date; without one, as things stand today.</summary>
    public static string Report(string home, DateOnly? asOf = null) => BoardUrls.At($"{home}/report", asOf is { } date ? new() { AsOf = date } : null);
}
