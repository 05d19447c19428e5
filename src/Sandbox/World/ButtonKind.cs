namespace BotDigest.Sandbox.World;

/// <summary>What a button of an inline keyboard does.</summary>
internal enum ButtonKind
{
    Url,
    Callback,
    WebApp,
    LoginUrl,
    SwitchInline,
    SwitchInlineCurrentChat,
    SwitchInlineChosenChat,
    CopyText,
    Game,
    Pay,
    Disabled,
}
