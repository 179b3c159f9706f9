using System.Globalization;
using System.Runtime.CompilerServices;

namespace ThesisBoard.Core.Theses.Checks;

/// <summary>The words of a problem, written only where there is one.</summary>
[InterpolatedStringHandler]
internal ref struct Complaint
{
    private DefaultInterpolatedStringHandler text;

    public Complaint(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        if (isNeeded)
            text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);
    }

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value, string? format = null) => text.AppendFormatted(value, format);

    public string Text() => text.ToStringAndClear();
}
