using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi;

/// <summary>Writes what somebody is in a chat: a ChatMember.</summary>
internal static class MemberWriter
{
    private static readonly string[] Restrictions =
    [
        "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
        "can_send_other_messages", "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
    ];

    /// <summary>Writes it.</summary>
    public static JsonObject Write(Person person, Membership membership, ChatKind kind)
    {
        var json = new JsonObject { ["user"] = WireWriter.User(person), ["status"] = StatusName(membership.Status) };
        if (membership.Status == MemberStatus.Creator)
            json["is_anonymous"] = false;
        if (membership.Status == MemberStatus.Kicked)
            json["until_date"] = 0;
        if (membership.Status == MemberStatus.Administrator)
            AddRights(json, membership.Rights, kind);
        if (membership.Status == MemberStatus.Restricted)
            AddRestrictions(json);
        return json;
    }

    /// <summary>Somebody restricted is in the chat and may do nothing there.</summary>
    private static void AddRestrictions(JsonObject json)
    {
        json["is_member"] = true;
        json["until_date"] = 0;
        foreach (var right in Restrictions)
            json[right] = false;
    }

    private static void AddRights(JsonObject json, Rights rights, ChatKind kind)
    {
        json["can_be_edited"] = false;
        json["can_manage_chat"] = true;
        json["can_change_info"] = rights.HasFlag(Rights.ChangeChat);
        json["can_delete_messages"] = rights.HasFlag(Rights.DeleteMessages);
        json["can_invite_users"] = rights.HasFlag(Rights.InviteUsers);
        json["can_restrict_members"] = false;
        json["can_promote_members"] = false;
        json["can_manage_video_chats"] = false;
        json["can_post_stories"] = false;
        json["can_edit_stories"] = false;
        json["can_delete_stories"] = false;
        json["is_anonymous"] = false;
        if (kind == ChatKind.Channel)
        {
            json["can_post_messages"] = rights.HasFlag(Rights.PostMessages);
            json["can_edit_messages"] = rights.HasFlag(Rights.EditMessages);
            return;
        }

        json["can_pin_messages"] = rights.HasFlag(Rights.PinMessages);
        if (kind == ChatKind.Supergroup)
            json["can_manage_topics"] = rights.HasFlag(Rights.ManageTopics);
    }

    private static string StatusName(MemberStatus status) => status switch
    {
        MemberStatus.Creator => "creator",
        MemberStatus.Administrator => "administrator",
        MemberStatus.Member => "member",
        MemberStatus.Restricted => "restricted",
        MemberStatus.Left => "left",
        _ => "kicked",
    };
}
