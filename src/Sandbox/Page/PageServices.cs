using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;

namespace BotDigest.Sandbox.Page;

/// <summary>Registers the page.</summary>
internal static class PageServices
{
    internal static void AddPage(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRouting();
        builder.Services.AddRazorComponents();

        // razor components ask for keys that this page never uses; none are to be left on the disk
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, PageJson.Default));

        // the default encoder writes Chinese as numeric references
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton(services => services.GetRequiredService<SandboxServices>().World);
        builder.Services.AddSingleton<PageEvents>();
    }

    internal static void MapPage(this WebApplication app)
    {
        app.UseRequestLocalization(new RequestLocalizationOptions().AddSupportedUICultures("en", "zh-Hans").SetDefaultCulture("en"));
        app.MapStaticAssets();
        app.MapEndpoints();
    }
}
