namespace Telegram.Bot.Types.Enums;

/// <summary>What a chat shows the bot doing.</summary>
[JsonConverter(typeof(WireEnumConverter<ChatAction>))]
public enum ChatAction
{
    /// <summary>Typing.</summary>
    Typing = 1,

    /// <summary>Sending a photo.</summary>
    UploadPhoto,

    /// <summary>Recording a video.</summary>
    RecordVideo,

    /// <summary>Sending a video.</summary>
    UploadVideo,

    /// <summary>Recording a voice message.</summary>
    RecordVoice,

    /// <summary>Sending a voice message.</summary>
    UploadVoice,

    /// <summary>Sending a file.</summary>
    UploadDocument,

    /// <summary>Looking up a place.</summary>
    FindLocation,

    /// <summary>Recording a video note.</summary>
    RecordVideoNote,

    /// <summary>Sending a video note.</summary>
    UploadVideoNote,

    /// <summary>Choosing a sticker.</summary>
    ChooseSticker,
}
