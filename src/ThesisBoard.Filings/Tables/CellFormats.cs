using System.Globalization;

namespace ThesisBoard.Filings.Tables;

/// <summary>Which cell styles are dates, and how a cell's number is shown.</summary>
internal sealed class CellFormats(IReadOnlyList<bool> dates, bool is1904)
{
    // Excel believes that 1900 was a leap year: from serial 60 on, its days are one too many.
    private static readonly DateTime Epoch1900 = new(1899, 12, 30);
    private static readonly DateTime Epoch1904 = new(1904, 1, 1);
    private const double LastDay = 2_958_465;

    public static CellFormats None { get; } = new([], false);

    public static CellFormats Read(WorkbookReader workbook, bool is1904)
    {
        var custom = new Dictionary<string, bool>(StringComparer.Ordinal);
        var dates = new List<bool>();
        var isCells = false;
        workbook.ForEach("xl/styles.xml", required: false, xml =>
        {
            if (xml.LocalName is "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs")
                isCells = xml.LocalName == "cellXfs";
            else if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id)
                custom[id] = IsDate(xml.GetAttribute("formatCode") ?? "");
            else if (isCells && xml.LocalName == "xf")
                dates.Add(xml.GetAttribute("numFmtId") is { } used && (custom.TryGetValue(used, out var isDate) ? isDate : IsBuiltInDate(used)));
        });
        return new CellFormats(dates, is1904);
    }

    public string Show(string raw, string? style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return raw;
        var isDate = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < dates.Count && dates[index];
        if (isDate && number is >= 0 and <= LastDay)
            return ShowDate(number);
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(number) is < 1e28 and > 1e-15
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : text;
    }

    private string ShowDate(double serial)
    {
        var days = is1904 || serial >= 60 ? serial : serial + 1;
        var moment = (is1904 ? Epoch1904 : Epoch1900).AddSeconds(Math.Round(days * 86_400));
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static bool IsBuiltInDate(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58);

    /// <summary>A day or a year outside of quotes and brackets.</summary>
    private static bool IsDate(string format)
    {
        var (isQuoted, isBracketed, isEscaped) = (false, false, false);
        foreach (var c in format)
        {
            if (isEscaped)
                isEscaped = false;
            else if (c is '\\' or '_' or '*')
                isEscaped = true;
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (c is '[' or ']')
                isBracketed = c == '[';
            else if (!isQuoted && !isBracketed && c is 'd' or 'D' or 'y' or 'Y')
                return true;
        }
        return false;
    }
}
