using System.Text;
using ThesisBoard.Filings.Pages;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Filings.Tests;

/// <summary>Small documents of the tests' own writing, read from memory.</summary>
internal static class Sample
{
    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    public static FilingText Text(string document, ReadLimits? limits = null) =>
        FilingTextReader.Read(Stream(document), limits, TestContext.Current.CancellationToken);

    public static SafePage Page(string document, ReadLimits? limits = null) =>
        SafeHtml.Read(Stream(document), limits, TestContext.Current.CancellationToken);

    public static FilingText Text(byte[] document, ReadLimits? limits = null) =>
        FilingTextReader.Read(new MemoryStream(document), limits, TestContext.Current.CancellationToken);

    /// <summary>Kind and text of each block, one a line.</summary>
    public static string Blocks(FilingText text) => string.Join('\n', text.Blocks.Select(b => $"{b.Kind}: {text.Of(b)}"));

    public static string Body(SafePage page) =>
        page.Html[(page.Html.IndexOf("<body>", StringComparison.Ordinal) + 6)..page.Html.IndexOf("</body>", StringComparison.Ordinal)].Trim();

    public static FilingErrorKind Error(Action read) => Assert.Throws<FilingException>(read).Kind;
}
