using System.Diagnostics;
using System.Globalization;
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
    private const int WarmUps = 20;
    private const int Rounds = 20;

    /// <summary>The exit code: 1 if a ratio is passed.</summary>
    public static int Run()
    {
        if (Corpus() is not { } corpus)
        {
            Console.WriteLine("The corpus of real filings is not on this machine (set THESISBOARD_CORPUS): nothing to measure.");
            return 0;
        }
        var isWithin = true;
        foreach (var file in (string[])["aapl_10q_2025-03-29.htm", "aeon_10q_2023-09-30.htm"])
            isWithin &= Facts(Path.Combine(corpus, "ixbrl", file));
        foreach (var file in (string[])["formc.pdf", "Form-MA-I.pdf"])
            isWithin &= Pdf(Path.Combine(corpus, "pdf", file));
        return isWithin ? 0 : 1;
    }

    private static bool Facts(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var facts = 0;
        var (ours, bare) = InTurns(() => facts = FilingReader.Read(new MemoryStream(bytes)).Facts.Count, () => PassOver(bytes));
        var ratio = ours / bare;
        var before = GC.GetAllocatedBytesForCurrentThread();
        FilingReader.Read(new MemoryStream(bytes));
        var ourBytes = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        PassOver(bytes);
        var bareBytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Print($"{Path.GetFileName(path)}: {facts} numeric facts in {ours:0.0} ms; XmlReader alone {bare:0.0} ms; ratio {ratio:0.00} (at most {MostForFacts:0.00})");
        Print($"  {ourBytes / facts:N0} bytes a fact ({ourBytes / 1024:N0} KB; XmlReader alone {bareBytes / 1024:N0} KB)");
        return ratio <= MostForFacts;
    }

    private static bool Pdf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (!HasPdfToText())
        {
            Print($"{Path.GetFileName(path)}: skipped, pdftotext (poppler-utils) is not on this machine");
            return true;
        }
        var first = Stopwatch.GetTimestamp();
        FilingTextReader.Read(new MemoryStream(bytes));
        var firstCall = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
        var (ours, theirs) = InTurns(() => FilingTextReader.Read(new MemoryStream(bytes)), () => PdfToText(path));
        var ratio = ours / theirs;
        Print($"{Path.GetFileName(path)}: text in {ours:0.0} ms (first call {firstCall:0} ms); pdftotext {theirs:0.0} ms with its start; ratio {ratio:0.00} (at most {MostForPdf:0.00})");
        return ratio <= MostForPdf;
    }

    /// <summary>Milliseconds that a quarter of the rounds stayed below.</summary>
    private static (double First, double Second) InTurns(Action first, Action second)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            first();
            if (i < 2)
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

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
