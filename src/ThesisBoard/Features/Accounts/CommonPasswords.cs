using System.Collections.Frozen;

namespace ThesisBoard.Features.Accounts;

/// <summary>
/// Passwords that are tried first. Lists of stolen passwords are long because the same few pieces are joined and decorated anew: a word, a row of keys, a year,
/// a letter exchanged for a digit. So the pieces are kept, and a password that is nothing but pieces is known, whichever list it would stand in.
/// </summary>
internal static class CommonPasswords
{
    private const int ShortestPiece = 3;

    private static readonly FrozenSet<string> Pieces = Frozen(
        """
        password passwort passwd pass parola senha contrasena motdepasse kennwort wachtwoord secret geheim topsecret private login logon signin access
        admin administrator root user guest test tester testing demo default system master manager server service support office company internet
        welcome hello hallo hola bonjour letmein openup opensesame trustno trustnoone iloveyou iloveu ilove loveyou lovely love forever princess prince
        sunshine superman batman spiderman starwars pokemon naruto matrix dragon monkey shadow tiger tigger lion eagle falcon wolf bear horse ginger
        football baseball basketball soccer hockey liverpool chelsea arsenal barcelona realmadrid juventus yankees cowboys lakers ranger rangers
        michael jennifer jordan jessica ashley daniel andrew thomas robert william charlie george maggie pepper buster killer hunter summer winter spring
        autumn monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
        computer laptop keyboard mouse google facebook amazon microsoft windows linux apple iphone samsung android yahoo gmail hotmail twitter linkedin
        whatever nothing something money dollar bitcoin crypto investor invest stocks trading market wallet satoshi flower orange banana cookie chocolate
        cheese coffee pizza butter sugar freedom america london paris berlin moscow canada mexico brasil germany france england changeme changeit change
        please correcthorsebatterystaple correct horse battery staple blink qwertz azerty qwerty qwert asdf asdfg asdfgh asdfghjkl zxcv zxcvb zxcvbn zxcvbnm
        qazwsx qaz wsx edc rfv tgb yhn ujm poiuy lkjhg mnbvc qwe asd zxc yxcvbnm abc abcd abcde abcdef abcdefg xyz baby angel babygirl mustang corvette
        ferrari porsche mercedes harley cowboy jesus christ blessed heaven hacker hacked ninja samurai zombie phoenix diamond silver golden purple yellow
        black white green blue red pink the and you are not for mine your this that is my in it to me no one two three four five six seven eight nine ten
        """);

    private static readonly string[] Rows = ["01234567890123456789", "98765432109876543210", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba"];

    /// <summary>True for a password that is put together of such pieces alone, or repeats itself.</summary>
    public static bool IsKnown(string password)
    {
        var plain = new string([.. password.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        return plain.Distinct().Count() <= 3 || Repeats(plain) || IsMade(plain) || IsMade(Letters(password)) || IsMade(Letters(Core(password)));
    }

    private static string Letters(string text) => new([.. text.ToLowerInvariant().Select(Unmasked).Where(char.IsLetter)]);

    /// <summary>Without the year and the exclamation mark that people put around a word.</summary>
    private static string Core(string password)
    {
        var letters = password.Index().Where(c => char.IsLetter(c.Item)).Select(c => c.Index).ToList();
        return letters.Count == 0 ? "" : password[letters[0]..(letters[^1] + 1)];
    }

    /// <summary>"abcabcabcabc": a third of it or less, again and again.</summary>
    private static bool Repeats(string text)
    {
        for (var length = 1; length <= text.Length / 3; length++)
        {
            if (text.Index().All(c => c.Item == text[c.Index % length]))
                return true;
        }

        return false;
    }

    /// <summary>Can be cut into pieces without a rest; digits between them count as pieces too.</summary>
    private static bool IsMade(string text)
    {
        if (text.Length == 0)
            return false;
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        for (var from = 0; from < text.Length; from++)
        {
            if (!reached[from])
                continue;
            if (char.IsDigit(text[from]))
                reached[from + 1] = true;
            for (var to = from + 2; to <= text.Length; to++)
                reached[to] |= IsPiece(text[from..to]);
        }

        return reached[text.Length];
    }

    private static bool IsPiece(string text) =>
        Pieces.Contains(text) || (text.Length >= ShortestPiece && (text.Distinct().Count() == 1 || Rows.Any(row => row.Contains(text, StringComparison.Ordinal))));

    private static char Unmasked(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    };

    private static FrozenSet<string> Frozen(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
