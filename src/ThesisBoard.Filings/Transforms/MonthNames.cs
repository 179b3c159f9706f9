namespace ThesisBoard.Filings.Transforms;

/// <summary>How a language writes dates with the month's name, as registries 4 and 5 have it.</summary>
/// <param name="Language">The suffix of the transform's name.</param>
/// <param name="Orders">Which parts in which order: d, m, y.</param>
/// <param name="Months">Beginnings of the month names in small letters without accents, January first; variants by <c>|</c>.</param>
/// <param name="Tail">How much of a name may follow its beginning at the end of the text.</param>
/// <param name="NeedsBoundary">Whether the name must begin a word, since other words contain such beginnings.</param>
/// <param name="AllowsSuffix">Whether a word may follow the last number, such as "year".</param>
internal sealed record MonthNames(
    string Language, string Orders, string Months, int Tail = 6, bool NeedsBoundary = false, bool AllowsSuffix = false)
{
    private const string Usual = "dm dmy my";

    public static IReadOnlyList<MonthNames> Fourth { get; } =
    [
        new("bg", Usual, "ян фев мар апр май|маи юни юли авг сеп окт ное дек", AllowsSuffix: true),
        new("da", Usual, "jan feb mar apr maj jun jul aug sep okt nov dec", 9),
        new("de", Usual, "jan|jaen feb mar|maer apr mai jun jul aug sep okt nov dez"),
        new("el", Usual, "ιαν φεβ μαρ απρ|αριλ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ", 8),
        new("es", Usual, "ene feb mar abr may jun jul ago sep oct nov dic", 7),
        new("et", Usual, "jaan veebr marts apr mai juuni juuli aug sept okt nov dets", 5),
        new("fi", Usual, "tam hel maa huh tou kes hei elo syy lok mar jou", 8, NeedsBoundary: true),
        new("fr", Usual, "janv fevr mars avr mai juin juil aout sept oct nov dec", 5),
        new("hr", Usual, "sij velj ozu tra svi lip srp kol ruj lis stu pro"),
        new("hu", "md ymd ym", "jan feb marc apr maj jun jul aug szept okt nov dec", 7),
        new("it", Usual, "gen feb mar apr mag giu lug ago set ott nov dic"),
        new("lt", "md ymd ym", "sau vas kov bal geg bir lie rugp|rgp rugs|rgs spa|spl lap gru|grd", 9, NeedsBoundary: true, AllowsSuffix: true),
        new("lv", "dm ydm ym", "janv febr marts apr maijs jun jul aug sept okt nov dec", 7),
        new("nl", Usual, "jan feb maa|mrt apr mei jun jul aug sep okt nov dec"),
        new("no", Usual, "jan feb mar apr mai jun jul aug sep okt nov des"),
        new("pl", Usual, "sty lut mar kwi maj cze lip sie wrz paz lis gru", 9, NeedsBoundary: true, AllowsSuffix: true),
        new("pt", Usual, "jan fev mar abr mai jun jul ago set out nov dez"),
        new("ro", Usual, "ian feb mar apr mai iun iul aug sep oct noi|nov dec", 7),
        new("sk", Usual, "jan feb mar apr maj jun jul aug sep okt nov dec"),
        new("sl", Usual, "jan feb mar apr maj jun jul avg sep okt nov dec"),
        new("sv", Usual, "jan feb mar apr maj jun jul aug sep okt nov dec", 9),
        new("cs", Usual,
            "ledna|leden|lednu|led unora|unoru|unor|uno brezna|brezen|breznu|bre dubna|duben|dubnu|dub kvetna|kveten|kvetnu|kve "
            + "cervna|cerven|cervnu|cvn cervence|cervenec|cervenci|cvc srpna|srpen|srpnu|srp zari|zar rijna|rijen|rijnu|rij "
            + "listopadu|listopad|lis prosince|prosinec|prosinci|pro",
            1),
    ];

    public static MonthNames Welsh { get; } = new(
        "cy", Usual, "ion chwe maw|faw ebr mai|fai meh|feh ngor|gor aws med|fed hyd tach|dach|nhach|thach rhag|rag", 7, NeedsBoundary: true);

    /// <summary>English is exact: full or three letters, capitalised or all in capitals.</summary>
    public static IReadOnlyList<string> English { get; } =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>One group <c>m</c> that matches any month.</summary>
    public string Pattern { get; } = "(?<m>" + string.Join('|', Months.Replace(' ', '|').Split('|').OrderByDescending(m => m.Length)) + ")";

    private readonly Dictionary<string, int> numbers = Months.Split(' ')
        .SelectMany((names, i) => names.Split('|').Select(name => (name, i + 1)))
        .ToDictionary(p => p.name, p => p.Item2, StringComparer.Ordinal);

    public int Number(string name) => numbers[name];

    /// <summary>Small letters without the accents of the languages above; Latin letters that pass for Greek become Greek there.</summary>
    public string Fold(string text) => string.Create(text.Length, (text, Language), static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var folded = Unaccented(char.ToLowerInvariant(source.text[i]));
            target[i] = source.Language != "el" ? folded : folded switch { 'a' => 'α', 'i' => 'ι', 'o' => 'ο', _ => folded };
        }
    });

    private static char Unaccented(char c) => c switch
    {
        'á' or 'ä' or 'â' or 'à' or 'ā' or 'ą' or 'ă' => 'a',
        'č' or 'ć' or 'ç' => 'c',
        'ď' => 'd',
        'é' or 'ě' or 'è' or 'ê' or 'ē' or 'ę' or 'ė' => 'e',
        'í' or 'ī' or 'į' or 'î' => 'i',
        'ň' or 'ń' => 'n',
        'ó' or 'ö' or 'ő' or 'ō' => 'o',
        'ř' => 'r',
        'š' or 'ś' or 'ș' or 'ş' => 's',
        'ť' => 't',
        'ú' or 'ů' or 'û' or 'ü' or 'ű' or 'ū' or 'ų' => 'u',
        'ý' => 'y',
        'ž' or 'ź' or 'ż' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ί' or 'ϊ' or 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' => 'υ',
        _ => c,
    };
}
