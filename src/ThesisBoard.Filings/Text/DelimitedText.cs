namespace ThesisBoard.Filings.Text;

/// <summary>Tells rows of fields from prose: the same number of fields, two or more, in every whole row at hand.</summary>
internal static class DelimitedText
{
    private const int RowsLookedAt = 20;

    public static bool IsTable(ReadOnlySpan<char> text) => Delimiter(text) is not null;

    /// <summary>What sets the fields apart: the mark that gives the most fields a row; <see langword="null"/> in prose.</summary>
    public static char? Delimiter(ReadOnlySpan<char> text)
    {
        (char? mark, var most) = (null, 1);
        foreach (var candidate in "\t;,")
        {
            var fields = Fields(text, candidate);
            if (fields > most)
                (mark, most) = (candidate, fields);
        }
        return mark;
    }

    /// <summary>Fields in each row, or 0 where rows differ or there are fewer than two.</summary>
    private static int Fields(ReadOnlySpan<char> text, char mark)
    {
        var (fields, expected, rows, quoted, isBlank) = (1, 0, 0, false, true);
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == mark)
                fields++;
            if (quoted || c != '\n')
            {
                isBlank &= char.IsWhiteSpace(c) && c != mark;
                continue;
            }
            if (!isBlank && rows++ > 0 && fields != expected)
                return 0;
            expected = isBlank ? expected : fields;
            (fields, isBlank) = (1, true);
            if (rows == RowsLookedAt)
                return expected;
        }
        // The last row may be cut off, so that only one that is complete counts.
        if (!isBlank && !quoted && fields == expected)
            rows++;
        return rows > 1 ? expected : 0;
    }
}
