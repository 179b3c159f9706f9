using ThesisBoard.Core.Judging;
using ThesisBoard.Core.Quantities;
using ThesisBoard.Core.Theses;

namespace ThesisBoard.Features.Criteria;

/// <summary>What the board says about seals and stages, in words.</summary>
public static class SealWords
{
    /// <summary>"Sealed 26 Nov 2026, 08:00 UTC by Ann, after 7 pieces of evidence and 2 figures toward it were public."</summary>
    public static string Of(VersionState version) => version switch
    {
        { Contract.Seal: { } seal, Known: { } known } => $"Version {version.Contract.Version} was sealed on {Figures.Moment(seal.At.Utc)} by {seal.By}, {Known(known)}.{Past(version)}",
        { Before: null } => "Draft: not sealed. Its words may still change.",
        _ => $"Version {version.Contract.Version} is a draft: not sealed, it does not judge yet.",
    };

    /// <summary>How far the thesis has come, in one sentence.</summary>
    public static string Of(Thesis thesis) => thesis switch
    {
        { Ended: { } ended } => $"Ended on {Figures.Date(ended.At.Date)} by {ended.By}: {ended.Outcome}.",
        { Activated: { } activated } => $"Active since {Figures.Date(activated.At.Date)}: the line is fixed, and what is sealed changes only by a new version.",
        _ => "Draft: what is not sealed may still change.",
    };

    private static string Known(KnownAtSeal known) => known switch
    {
        { IsBlind: true } => "before anything toward it was public",
        { Evidence: var evidence, Figures: var figures } when known.EvidenceOnFile == evidence && known.FiguresOnFile == figures => $"after {Counts(evidence, figures)} toward it {Were(evidence + figures)} public",
        _ => $"after {Counts(known.Evidence, known.Figures)} toward it {Were(known.Evidence + known.Figures)} public, {Counts(known.EvidenceOnFile, known.FiguresOnFile)} of them on this board",
    };

    private static string Past(VersionState version) => version.JudgesThePast ? " It judges the days before, too." : "";

    private static string Counts(int evidence, int figures) => (evidence, figures) switch
    {
        (0, _) => Figures.Count(figures, "figure"),
        (_, 0) => Pieces(evidence),
        _ => $"{Pieces(evidence)} and {Figures.Count(figures, "figure")}",
    };

    private static string Pieces(int count) => $"{Figures.Count(count, "piece")} of evidence";

    private static string Were(int count) => count == 1 ? "was" : "were";
}
