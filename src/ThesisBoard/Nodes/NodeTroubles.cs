using ThesisBoard.Core.Quantities;

namespace ThesisBoard.Nodes;

/// <summary>What is wrong between the nodes, for the health check and for the owner's pages.</summary>
internal static class NodeTroubles
{
    public static IReadOnlyList<string> Of(OtherNodes nodes, NodeBeats beats) => nodes.Link is { IsSet: true, LostSince: { } since }
        ? [$"Redis has been out of reach since {Figures.Moment(since)}: what other nodes change arrives a few seconds late.", .. beats.Troubles]
        : beats.Troubles;
}
