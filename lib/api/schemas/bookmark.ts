import { z } from "zod";
import { actor, instant } from "./event";
import { id } from "./parameters";

const note = z.string().trim().max(500, "Use at most 500 characters.");

/** A bookmarked conversation or event. Visible to its user only. */
export const bookmark = z.object({
  id: z.string(),
  note: z.string(),
  createdAt: instant,
  conversation: z.object({
    key: z.string(),
    title: z.string(),
    status: z.enum(["open", "closed"]),
    lastEventAt: instant,
  }),
  /** Null if the bookmark is of the conversation itself. */
  event: z
    .object({ id: z.string(), type: z.string(), text: z.string(), actor: actor.nullable(), occurredAt: instant })
    .nullable(),
});

export type Bookmark = z.output<typeof bookmark>;

/** `GET /bookmarks`. */
export const bookmarkPage = z.object({ data: z.array(bookmark), nextCursor: z.string().nullable() });

/** `GET /bookmarks/marks`: the user's bookmarks, for pages that show stars. */
export const bookmarkMarks = z.object({
  data: z.array(z.object({ id: z.string(), conversationKey: z.string(), eventId: z.string().nullable() })),
});

/** `POST /bookmarks`: for an existing bookmark, only a given note is changed. */
export const newBookmark = z.strictObject({
  conversationKey: z.string().min(1).max(1000),
  eventId: id.nullable().default(null),
  note: note.optional(),
});

/** `PATCH /bookmarks/{id}`. */
export const bookmarkChange = z.strictObject({ note });
