namespace ThesisBoard.Core.Forecasts;

/// <summary>Forecasts of about the same probability, and how often they came true.</summary>
/// <param name="From">The lowest probability in percent.</param>
/// <param name="To">The highest.</param>
/// <param name="Count">How many forecasts.</param>
/// <param name="Mean">What they said on average, 0 to 1; null where there are none.</param>
/// <param name="ShareMet">How many of them came true, 0 to 1; null where there are none.</param>
public sealed record CalibrationBin(int From, int To, int Count, decimal? Mean, decimal? ShareMet);

/// <summary>How far what somebody said and what came about agree: the mean Brier score, and the shares that came true by probability.</summary>
/// <param name="Bins">Ten bins, ascending; the last holds 100 % too.</param>
/// <param name="Count">How many forecasts have a score.</param>
/// <param name="Score">The mean Brier score; null where there is none. Always saying 50 % gives 0.25.</param>
public sealed record Calibration(IReadOnlyList<CalibrationBin> Bins, int Count, decimal? Score)
{
    private const int Width = 10;
    private const int Hundred = 100;

    /// <summary>Where each bin lies in a square of 100 by 100, its origin at the top: the mean forecast to the right, the share that came true upwards; the larger, the more forecasts.</summary>
    public IEnumerable<(double X, double Y, double Radius)> Dots => Bins.Where(b => b.Count > 0)
        .Select(b => ((double)b.Mean!.Value * Hundred, Hundred - (double)b.ShareMet!.Value * Hundred, 2 + 4 * Math.Sqrt((double)b.Count / Count)));

    /// <summary>The Brier score of one forecast (Brier 1950, for a yes or no: the squared distance between probability and outcome).</summary>
    public static decimal Brier(int percent, bool isMet)
    {
        var off = percent / 100m - (isMet ? 1 : 0);
        return off * off;
    }

    /// <summary>The calibration of the scored ones among these.</summary>
    public static Calibration Of(IEnumerable<ForecastView> forecasts)
    {
        var scored = forecasts.Where(f => f is { Stage: ForecastStage.Scored, Percent: not null, Outcome: not null })
            .Select(f => (Percent: f.Percent!.Value, IsMet: ForecastBook.IsMet(f.Outcome!.Value) == true, Score: f.Score!.Value)).ToList();
        var bins = Enumerable.Range(0, Hundred / Width).Select(bin =>
        {
            var inside = scored.Where(f => Math.Min(f.Percent / Width, Hundred / Width - 1) == bin).ToList();
            var to = bin == Hundred / Width - 1 ? Hundred : bin * Width + Width - 1;
            return inside.Count == 0
                ? new CalibrationBin(bin * Width, to, 0, null, null)
                : new CalibrationBin(bin * Width, to, inside.Count, inside.Average(f => (decimal)f.Percent) / Hundred, (decimal)inside.Count(f => f.IsMet) / inside.Count);
        });
        return new([.. bins], scored.Count, scored.Count == 0 ? null : scored.Average(f => f.Score));
    }
}
