using System.Globalization;
using System.Text;

namespace ThesisBoard.Features.Shares;

/// <summary>Content lines of an iCalendar: ended by CR LF, folded at 75 octets without cutting a character in two, texts escaped (RFC 5545, 3.1 and 3.3.11).</summary>
internal sealed class IcsLines
{
    private const int Longest = 75;
    private readonly StringBuilder text = new();

    public static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A value that is no free text, such as a date.</summary>
    public void Add(string name, string value)
    {
        var room = Longest;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                text.Append("\r\n ");
                room = Longest - 1;
            }

            text.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    public void AddText(string name, string value) => Add(name, Escape(value));

    public override string ToString() => text.ToString();

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            switch (c)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(c);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                default:
                    if (!char.IsControl(c) || c == '\t')
                        escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }
}
