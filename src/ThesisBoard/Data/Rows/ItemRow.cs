namespace ThesisBoard.Data.Rows;

/// <summary>One item of a board as a row: its board, its key, and the version that a writer must have seen.</summary>
internal abstract class ItemRow : IVersioned
{
    public Guid ThesisId { get; set; }
    public string Key { get; set; } = "";
    public Guid RowVersion { get; set; }

    /// <summary>Rises along the list; only the order of what people arrange by hand means something.</summary>
    public int Position { get; set; }
}

internal abstract class ItemRow<TItem> : ItemRow
{
    public abstract void Fill(TItem item);

    public abstract TItem Item();
}

/// <summary>A row whose version the database context renews with every save.</summary>
internal interface IVersioned
{
    Guid RowVersion { get; set; }
}
