namespace ThesisBoard.Load;

/// <summary>What the runs set of the program that they measure.</summary>
internal static class Settings
{
    /// <summary>Everybody comes from this machine's one address and a few members: the limits of the program would end a run.</summary>
    public static readonly (string Name, string Value)[] NoLimits =
    [
        ("Limits__PagesPerMinute", Most), ("Limits__StreamsPerAddress", Most), ("Limits__CircuitsPerMember", Most),
    ];

    private const string Most = "10000000";

    /// <summary>A piece of evidence of the sample.</summary>
    public const string Evidence = "antalpha-loan";
}
