using ThesisBoard.Features.Audit.Bundles;

namespace ThesisBoard.Features.Audit;

/// <summary>Adds what can be checked of a board.</summary>
public static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<SigningKeys>().AddSingleton<BundleMaker>().AddSingleton<AuditReader>().AddSingleton<ReadCorrections>();
}
