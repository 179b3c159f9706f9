namespace ThesisBoard.Features.Shares;

/// <summary>Adds share links.</summary>
public static class SharesSetup
{
    public static void AddShares(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ShareViews>().AddHostedService(all => all.GetRequiredService<ShareViews>());
        builder.Services.AddSingleton<ShareList>().AddSingleton<PinnedBoards>().AddSingleton<PinNewsReader>()
            .AddSingleton<ShareReader>().AddSingleton<SharedReplays>().AddSingleton<ShareAdmission>().AddSingleton<ShareDoor>();
        builder.Services.AddOutputCache(cache => cache.AddPolicy(SharePageCache.Policy, policy => policy.AddPolicy<SharePageCache>(), excludeDefaultPolicy: true));
    }
}
