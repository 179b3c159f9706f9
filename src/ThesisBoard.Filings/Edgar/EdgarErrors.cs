namespace ThesisBoard.Filings.Edgar;

/// <summary>Tells the SEC's error bodies from data, and from each other. They come with various HTTP codes, so the body decides.</summary>
public static class EdgarErrors
{
    /// <summary>The error that these first bytes of an answer stand for, or <see langword="null"/>.</summary>
    public static FilingException? Recognize(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("Undeclared Automated Tool"u8) >= 0)
        {
            return new FilingException(
                FilingErrorKind.MissingUserAgent,
                "The SEC refused the request because its User-Agent names no contact. Set a name and an e-mail address.");
        }
        if (body.IndexOf("Request Rate Threshold Exceeded"u8) >= 0)
        {
            return new FilingException(
                FilingErrorKind.TooManyRequests,
                "The SEC refused the request because there were too many. Wait ten minutes and ask at most ten times a second.");
        }
        return body.IndexOf("<Code>NoSuchKey</Code>"u8) >= 0 || body.IndexOf("<Code>AccessDenied</Code>"u8) >= 0
            ? new FilingException(FilingErrorKind.UnknownCik, "The SEC knows no filer with this CIK.")
            : null;
    }

    /// <summary>Refuses anything that is not JSON, each kind with its own error.</summary>
    internal static void RequireJson(ReadOnlySpan<byte> prefix)
    {
        if (FileKinds.IsJson(prefix))
            return;
        if (Recognize(prefix) is { } answer)
            throw answer;
        FileKinds.Refuse(prefix);
        throw prefix.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..]
            ? new FilingException(FilingErrorKind.HtmlInPlaceOfJson, "A page of HTML or XML came where JSON belongs.")
            : new FilingException(FilingErrorKind.Malformed, "The content is not JSON.", new Place(1, 1));
    }
}
