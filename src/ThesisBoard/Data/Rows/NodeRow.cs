namespace ThesisBoard.Data.Rows;

/// <summary>A running node, as it says of itself.</summary>
internal sealed class NodeRow
{
    public Guid Id { get; set; }
    public string Machine { get; set; } = "";
    public string Kernel { get; set; } = "";
    public DateTime StartedAt { get; set; }
    public DateTime SeenAt { get; set; }
}
