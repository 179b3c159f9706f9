namespace ThesisBoard.Data.Rows;

/// <summary>Something that the owner of the installation settles for all boards.</summary>
internal sealed class SettingRow : IVersioned
{
    public string Name { get; set; } = "";
    public string Value { get; set; } = "";
    public DateTime ChangedAt { get; set; }
    public string ChangedBy { get; set; } = "";
    public Guid RowVersion { get; set; }
}
