using System.Text;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Html;

/// <summary>Decodes <c>&amp;nbsp;</c>, <c>&amp;#8217;</c> and their like the way browsers do, the last of them without a semicolon too.</summary>
internal static class CharacterReference
{
    /// <summary>No reference is longer.</summary>
    public const int Longest = 12;

    /// <summary>Windows-1252 from 0x80 on: browsers read numeric references to these controls as its characters.</summary>
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Reads a reference at the start of <paramref name="text"/>, which begins with an ampersand.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int length, out Rune character)
    {
        (length, character) = (0, default);
        if (text.Length < 3)
            return false;
        return text[1] == '#' ? TryReadNumber(text, out length, out character) : TryReadName(text, out length, out character);
    }

    /// <summary>The text with its references decoded.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return text;
        var decoded = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('&') is var at and >= 0)
        {
            decoded.Append(rest[..at]);
            rest = rest[at..];
            var isReference = TryRead(rest, out var length, out var character);
            decoded.Append(isReference ? character.ToString() : "&");
            rest = rest[(isReference ? length : 1)..];
        }
        return decoded.Append(rest).ToString();
    }

    public static char FromWindows1252(byte value) => value is >= 0x80 and < 0xA0 ? Windows1252[value - 0x80] : (char)value;

    private static bool TryReadNumber(ReadOnlySpan<char> text, out int length, out Rune character)
    {
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var (at, code) = (start, 0);
        while (at < Math.Min(text.Length, Longest) && (isHex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])))
            code = Math.Min(0x110000, code * (isHex ? 16 : 10) + Convert.ToInt32(text[at++].ToString(), 16));
        length = at < text.Length && text[at] == ';' ? at + 1 : at;
        character = code is >= 0x80 and < 0xA0 ? new Rune(FromWindows1252((byte)code))
            : code != 0 && Rune.IsValid(code) ? new Rune(code)
            : Rune.ReplacementChar;
        return at > start;
    }

    private static bool TryReadName(ReadOnlySpan<char> text, out int length, out Rune character)
    {
        var end = 1;
        while (end < Math.Min(text.Length, Longest) && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        var hasSemicolon = end < text.Length && text[end] == ';';
        length = hasSemicolon ? end + 1 : end;
        character = default;
        var name = text[1..end];
        char? found = name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => XhtmlEntities.TryGet(name, out var c) && (hasSemicolon || c <= '\u00FF') ? c : null,
        };
        if (found is not { } value)
            return false;
        character = new Rune(value);
        return true;
    }
}
