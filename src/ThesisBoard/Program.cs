using ThesisBoard.CommandLine;
using ThesisBoard.Data;
using ThesisBoard.Features.Members;
using ThesisBoard.Shell;

if (Commands.Handles(args))
    return await Commands.Run(args);

var builder = WebApplication.CreateBuilder(args);
builder.AddShell();
builder.AddBoardData();
builder.AddMembers();

var app = builder.Build();
app.UseShell();
app.MapShell();
await app.StartBoardData();
await app.RunAsync();
return 0;
