import type { Conversation } from "@/lib/conversation/conversation";

/** The name of a conversation's file: `2023-09-01 Amara Bello 42bb83f0…`: sorts by day, is readable, and is unique. */
export function fileNameOf({ key, title, createdAt }: Conversation, id: bigint): string {
  const readable = title
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const safeKey = key.replace(/[^\w-]+/g, "_").slice(0, 80);
  const own = safeKey === key ? key : `${safeKey}-${id}`;
  return [
    createdAt.slice(0, 10),
    [...readable]
      .slice(0, 60)
      .join("")
      .replace(/^\.+|\.+$/g, ""),
    own,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
