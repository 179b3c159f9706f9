using System.Globalization;
using System.Text;
using ThesisBoard.Core.Calendar;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses.Json;

namespace ThesisBoard.Core.Forecasts;

/// <summary>
/// The probability that somebody gives for a criterion to stand Met on the day after a report. It is sealed before the report: until then all others see only
/// its commitment, and once the report is on file anybody can check that nothing was changed since.
/// </summary>
public sealed record Forecast
{
    /// <summary>So many days after the report the standing is looked at.</summary>
    public const int DaysAfterReport = 1;

    /// <summary>The stable name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The criterion's key.</summary>
    public required string Criterion { get; init; }

    /// <summary>The report that is awaited.</summary>
    public required ReportRef Report { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid Member { get; init; }

    /// <summary>What the member was called then.</summary>
    public required string By { get; init; }

    /// <summary>The probability in whole percent, 0 to 100.</summary>
    public required int Percent { get; init; }

    /// <summary>When it was sealed, UTC.</summary>
    public required DateTime SealedAt { get; init; }

    /// <summary>Random, so that nobody can try all 101 probabilities against the commitment.</summary>
    public required string Salt { get; init; }

    /// <summary>The words that are sealed. Revealed, they can be hashed by anybody: <c>printf '%s' … | sha256sum</c>.</summary>
    public string Sealed(string board) => string.Create(CultureInfo.InvariantCulture,
        $"board={board} criterion={Criterion} report={Words.Of(Report.Kind)} {Report.PeriodEnd:yyyy-MM-dd} forecast={Id:n} percent={Percent} salt={Salt}");

    /// <summary>The commitment: the SHA-256 of those words.</summary>
    public Sha256 Commitment(string board) => Sha256.Of(Encoding.UTF8.GetBytes(Sealed(board)));
}
