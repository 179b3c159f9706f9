using ThesisBoard.Features.Boards;

namespace ThesisBoard.Features.Forecasts;

/// <summary>The links of sealed forecasts.</summary>
public static class ForecastUrls
{
    public static string Forecasts(string slug) => $"{BoardUrls.Board(slug)}/forecasts";

    /// <summary>The page after a forecast was sealed, which says so.</summary>
    public static string AfterSealing(string slug) => $"{Forecasts(slug)}?now=sealed";
}
