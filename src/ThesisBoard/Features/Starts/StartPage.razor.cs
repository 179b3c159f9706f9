using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThesisBoard.Core.Theses;
using ThesisBoard.Features.Boards;
using ThesisBoard.Features.Documents;
using ThesisBoard.Features.Members;

namespace ThesisBoard.Features.Starts;

/// <summary>
/// Shows the step that the address asks for, or the first one before it that is not sound yet. Looking an issuer up leads to an address that holds what was found,
/// so that a reload asks nobody again.
/// </summary>
public sealed partial class StartPage
{
    /// <summary>What became of a file that was not taken.</summary>
    internal const string Refused = "refused";

    /// <summary>The last step was sent as it is: what is wrong with it is shown.</summary>
    private const string Checked = "checked";
    private const int Last = 4;
    private static readonly string[] Names = ["Who", "Claim", "What breaks it", "The line"];

    private StartForm form = StartForm.Read([]);
    private IReadOnlyList<Problem> problems = [];
    private LookupAnswer? answer;
    private StartFile? file;
    private DateOnly today;
    private int step = 1;
    private bool canLookUp;
    private string trouble = "";
    private string? sample;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private IssuerLookup Lookup { get; set; } = default!;

    [Inject] private StartFiles Files { get; set; } = default!;

    [Inject] private StartBoard Boards { get; set; } = default!;

    [Inject] private BoardReader Reader { get; set; } = default!;

    [Inject] private UploadReports Reports { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private Actor Who => Actor.From(Http.User);

    protected override async Task OnInitializedAsync()
    {
        if (!Who.May(Permission.Create))
            return;
        today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var isSent = HttpMethods.IsPost(Http.Request.Method);
        form = StartForm.Read(isSent ? Http.Request.Form : Http.Request.Query);
        file = Files.Of(Who.MemberId, form.File);
        trouble = Reports.Of("", Http.Request.Query[Refused]) is [{ Says: var says }] ? says : "";
        if (isSent)
        {
            step = Last; // the form's own handler makes the board, or shows what is wrong
            return;
        }

        var asked = (string?)Http.Request.Query["step"];
        if (asked == StepIssuer.Find)
            await LookUp();
        else
            Show(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Last) : 1);
        canLookUp = await Lookup.IsReady(Http.RequestAborted);
        sample = step > 1 ? null : (await Reader.ReadAll(Who, today, Http.RequestAborted)).FirstOrDefault(b => b.IsSample)?.Slug;
    }

    private void Show(int asked)
    {
        step = StartChecks.Reached(form, asked, today);
        problems = step < asked || Http.Request.Query.ContainsKey(Checked) ? StartChecks.Of(step, form, today) : [];
    }

    /// <summary>Enter in any field of the first step leads here; with nothing new to look up it is the way on.</summary>
    private async Task LookUp()
    {
        var wanted = form["q"];
        if (wanted.Length == 0 || wanted == form["found"])
        {
            Show(2);
            return;
        }

        answer = await Lookup.Find(wanted, Http.RequestAborted);
        if (answer.Found is { } issuer)
            Navigation.NavigateTo(form.With(issuer, replaces: true).With("found", wanted).Url(1));
    }

    private async Task Make()
    {
        if (Http.Request.Form.ContainsKey(StepLine.Back))
        {
            Navigation.NavigateTo(form.Url(Last - 1));
            return;
        }

        if (StartChecks.Reached(form, Last, today) < Last || StartChecks.Of(Last, form, today).Count > 0)
        {
            Navigation.NavigateTo($"{form.Url(Last)}&{Checked}");
            return;
        }

        (var address, trouble) = await Boards.Make(Who, form, today, Http.RequestAborted);
        if (address is not null)
            Navigation.NavigateTo(address);
    }
}
