namespace ThesisBoard.Features.Presence;

/// <summary>A member who has a board open, and what that member has open for editing: the anchors of criteria and evidence; blank for the board itself.</summary>
public sealed record PersonHere(Guid Id, string Name, IReadOnlyList<string> Edits);

/// <summary>What one node tells the others about one board.</summary>
internal sealed record NodeHere(Guid Node, string Slug, IReadOnlyList<PersonHere> People, IReadOnlyList<PersonHere> Editors);
