using ThesisBoard.Filings.Text;
using UglyToad.PdfPig.Logging;

namespace ThesisBoard.Filings.Pdf;

/// <summary>
/// The bounds of one PDF while it is read. PdfPig hands its logger to all its parts, so the guard goes along as that; what it
/// finds is kept, because a lenient parser may swallow the exception.
/// </summary>
internal sealed class PdfGuard(ReadBudget budget) : ILog
{
    private const int StepsBetweenChecks = 4096;
    private readonly long memoryBefore = GC.GetTotalMemory(forceFullCollection: false);
    private long expanded;
    private int steps;

    public ReadLimits Limits => budget.Limits;

    /// <summary>The first bound that was passed.</summary>
    public FilingException? Failure { get; private set; }

    /// <summary>Counts one step of work, such as a character drawn.</summary>
    public void CountStep()
    {
        if (Failure is not null)
            throw Failure;
        if (++steps < StepsBetweenChecks)
            return;
        steps = 0;
        Check();
    }

    /// <summary>Looks at the clock and at the memory.</summary>
    public void Check()
    {
        try
        {
            budget.CheckTime();
        }
        catch (FilingException e)
        {
            Failure ??= e;
            throw;
        }
        if (GC.GetTotalMemory(forceFullCollection: false) - memoryBefore > Limits.MaxMemory)
            throw Refuse(FilingErrorKind.TooMuchMemory, $"Reading the PDF needs more than {Limits.MaxMemory:N0} bytes of memory.");
    }

    /// <summary>Room for one more stream, before it is unpacked.</summary>
    public void RequireRoom(long atMost)
    {
        if (expanded + atMost > Limits.MaxExpandedBytes)
            throw Refuse(FilingErrorKind.ExpandsTooMuch, $"The PDF unpacks to more than {Limits.MaxExpandedBytes:N0} bytes.");
    }

    public void Expanded(long count)
    {
        RequireRoom(count);
        expanded += count;
        Check();
    }

    public FilingException Refuse(FilingErrorKind kind, string message) => Failure ??= new FilingException(kind, message);

    public void Debug(string message) => CountStep();

    public void Debug(string message, Exception ex) => CountStep();

    public void Warn(string message) => CountStep();

    public void Error(string message) => CountStep();

    public void Error(string message, Exception ex) => CountStep();
}
