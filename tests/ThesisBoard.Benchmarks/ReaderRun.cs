using System.Diagnostics;
using System.Xml;
using ThesisBoard.Filings;
using ThesisBoard.Filings.Texts;

namespace ThesisBoard.Benchmarks;

/// <summary>
/// The readers against what is fastest at the same: the facts of inline XBRL against a bare pass of <see cref="XmlReader"/>, the text of a
/// PDF against <c>pdftotext</c>. Both sides in turns in one run, so that a busy machine slows both; the ratio is of the
/// faster quarter of the rounds, which other work on the machine disturbs least.
/// </summary>
internal static class ReaderRun
{
    private const double MostForFacts = 2;
    private const double MostForPdf = 1.25;
    private static readonly string[] Reports = ["aapl_10q_2025-03-29.htm", "aeon_10q_2023-09-30.htm"];
    private static readonly string[] Pdfs = ["formc.pdf", "Form-MA-I.pdf"];
    private const int Rounds = 60;

    /// <summary>Until what is read often has been compiled to the end: the compiler watches code that it meets often for a while, which is slower than either before or after.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    /// <summary>Empty where the corpus is not on this machine; a PDF is left out where <c>pdftotext</c> is not.</summary>
    public static IReadOnlyList<Comparison> Measure()
    {
        if (Corpus() is not { } corpus)
            return [];
        return
        [
            .. Reports.Select(file => Facts(Path.Combine(corpus, "ixbrl", file))),
            .. HasPdfToText() ? Pdfs.Select(file => Pdf(Path.Combine(corpus, "pdf", file))) : [],
        ];
    }

    /// <summary>Bytes that are allocated for a numeric fact, texts of text facts included; null where the corpus is not on this machine.</summary>
    public static long? AllocatedByFact()
    {
        if (Corpus() is not { } corpus)
            return null;
        var bytes = File.ReadAllBytes(Path.Combine(corpus, "ixbrl", Reports[0]));
        FilingReader.Read(new MemoryStream(bytes)); // what is made once and kept
        var facts = 0;
        return Allocated(() => facts = FilingReader.Read(new MemoryStream(bytes)).Facts.Count) / facts;
    }

    private static Comparison Facts(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var facts = 0;
        void Ours() => facts = FilingReader.Read(new MemoryStream(bytes)).Facts.Count;
        var (ours, bare) = InTurns(Ours, () => PassOver(bytes));
        return new(
            FormattableString.Invariant($"{Path.GetFileName(path)} against XmlReader"),
            MostForFacts,
            ours / bare,
            bare,
            ours,
            FormattableString.Invariant($"{Allocated(() => PassOver(bytes)) / 1024:N0} KB and {Allocated(Ours) / 1024:N0} KB for {facts} numeric facts"));
    }

    private static Comparison Pdf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var first = Stopwatch.GetTimestamp();
        FilingTextReader.Read(new MemoryStream(bytes));
        var firstCall = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
        var (ours, theirs) = InTurns(() => FilingTextReader.Read(new MemoryStream(bytes)), () => PdfToText(path));
        return new(
            FormattableString.Invariant($"{Path.GetFileName(path)} against pdftotext with its start"), MostForPdf, ours / theirs, theirs, ours, FormattableString.Invariant($"first call {firstCall:0} ms"));
    }

    private static long Allocated(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Milliseconds that a quarter of the rounds stayed below.</summary>
    private static (double First, double Second) InTurns(Action first, Action second)
    {
        second();
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
        {
            first();
            second();
        }

        var (ones, others) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            ones.Add(Time(first));
            others.Add(Time(second));
        }
        return (LowerQuartile(ones), LowerQuartile(others));
    }

    private static double Time(Action run)
    {
        var started = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double LowerQuartile(List<double> times) => times.Order().ElementAt(times.Count / 4);

    /// <summary>One pass over every node and attribute, nothing kept; the leading blank lines that XML forbids are skipped first.</summary>
    private static void PassOver(byte[] bytes)
    {
        var start = bytes.AsSpan().IndexOf((byte)'<');
        using var xml = XmlReader.Create(
            new MemoryStream(bytes, start, bytes.Length - start), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        while (xml.Read())
        {
        }
    }

    private static bool HasPdfToText()
    {
        try
        {
            PdfToText("-v");
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static void PdfToText(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [path, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private static string? Corpus()
    {
        if (Environment.GetEnvironmentVariable("THESISBOARD_CORPUS") is { Length: > 0 } given)
            return given;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ThesisBoard.sln")))
            root = root.Parent;
        return root?.Parent is { } parent && Path.Combine(parent.FullName, "shared", "filings") is var folder && Directory.Exists(folder) ? folder : null;
    }
}
