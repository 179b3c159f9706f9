using ThesisBoard.Core.Calendar;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>Deadlines: exactly one form, and dates that can come.</summary>
internal static class DeadlineChecks
{
    private const int MaxReports = 20;

    public static void Deadline(this CheckDesk desk, Deadline deadline, string path)
    {
        bool[] forms = [deadline.Date is not null, deadline.Reports.Count > 0, deadline.Next != 0, deadline.WithLine];
        desk.Require(forms.Count(isSet => isSet) == 1, path,
            "A deadline has exactly one form: a date, named reports, the next so many reports, or together with the invalidation line. Keep one.");
        desk.Date(deadline.Date, path + ".date");
        desk.Date(deadline.After, path + ".after");
        desk.Require(deadline.Next is >= 0 and <= MaxReports, path + ".next", "Wait for 1 to 20 reports.");
        desk.Require((deadline.Next == 0) == (deadline.After is null), path + ".after", "The next reports are counted from a date, and only they are. Set both or neither.");
        desk.Require(deadline.Reports.Count <= MaxReports, path + ".reports", "Name at most 20 reports.");
        desk.Require(deadline.Reports.Distinct().Count() == deadline.Reports.Count, path + ".reports", "A report is named twice. Name it once.");
        for (var i = 0; i < deadline.Reports.Count; i++)
            desk.Date(deadline.Reports[i].PeriodEnd, desk.At(path + ".reports", i));
    }
}
