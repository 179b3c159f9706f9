using System.Text.Json;
using ThesisBoard.Filings.Text;

namespace ThesisBoard.Filings.Edgar;

/// <summary>EDGAR's JSON within the budget, with errors that have a place.</summary>
internal static class JsonText
{
    /// <summary>Deeper than any answer of EDGAR.</summary>
    public const int MaxDepth = 64;

    /// <summary>The bytes without a byte order mark, refused if they are no JSON at first sight.</summary>
    public static byte[] Load(BoundedStream stream)
    {
        var bytes = stream.ReadToEnd();
        EdgarErrors.RequireJson(bytes.AsSpan(0, Math.Min(bytes.Length, 8192)));
        return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
    }

    /// <summary>Runs a reader and turns the parser's errors into ours.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            var place = new Place((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            throw e.Message.Contains("configured depth", StringComparison.Ordinal)
                ? new FilingException(FilingErrorKind.TooDeep, $"The JSON nests deeper than {MaxDepth}.", place, e)
                : new FilingException(FilingErrorKind.Malformed, "The JSON is damaged or ends in the middle.", place, e);
        }
        catch (InvalidOperationException e)
        {
            throw new FilingException(FilingErrorKind.Malformed, "The JSON holds text that is not Unicode.", inner: e);
        }
    }

    /// <summary>Ten digits of a CIK given as a number or as text; <see langword="null"/> if it is none.</summary>
    public static string? Cik(string digits) =>
        digits.Length is > 0 and <= 10 && digits.All(char.IsAsciiDigit) ? digits.PadLeft(10, '0') : null;
}
