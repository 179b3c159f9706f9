namespace ThesisBoard.Features.Theses;

/// <summary>What a new board begins with.</summary>
public enum BoardStart
{
    Template,
    Blank,
    File,
}
