import { z } from "zod";
import { bookmark, bookmarkChange, bookmarkMarks, bookmarkPage, newBookmark } from "@/lib/api/schemas/bookmark";
import { done } from "@/lib/api/schemas/done";
import { cursor, wholeNumber } from "@/lib/api/schemas/parameters";
import { defaultView, newView, savedView, savedViews, viewChange, viewCounts } from "@/lib/api/schemas/saved-view";
import { define } from "./definition";
import { endpoints } from "./endpoints";

/** Users' own data: views and bookmarks. */
export const savedDefinitions = {
  listViews: define(endpoints.listViews, {
    tag: "Views",
    summary: "List saved views",
    description: "Your own and the shared ones. An API token sees the shared ones.",
    answer: savedViews,
  }),
  countViews: define(endpoints.countViews, {
    tag: "Views",
    summary: "Count the conversations in each view",
    description: "For the views that `/views` lists.",
    answer: viewCounts,
  }),
  createView: define(endpoints.createView, {
    tag: "Views",
    summary: "Save a view",
    description:
      "For yourself or, with `isShared`, for everyone. `search` is the query string of the conversation list.",
    body: newView,
    answer: savedView,
  }),
  updateView: define(endpoints.updateView, {
    tag: "Views",
    summary: "Change a view",
    description: "Your own or, as an admin, any shared one. Fields that are left out stay as they are.",
    body: viewChange,
    answer: savedView,
    errors: [404],
  }),
  deleteView: define(endpoints.deleteView, {
    tag: "Views",
    summary: "Delete a view",
    description: "Your own or, as an admin, any shared one.",
    answer: done,
    errors: [404],
  }),
  setDefaultView: define(endpoints.setDefaultView, {
    tag: "Views",
    summary: "Set your default view",
    description: "Your inbox opens with it.",
    body: defaultView,
    answer: done,
    errors: [404],
  }),
  listBookmarks: define(endpoints.listBookmarks, {
    tag: "Bookmarks",
    summary: "List your bookmarks",
    description: "Newest first. An API token has none.",
    query: z.strictObject({ limit: wholeNumber(1, 200, 50).describe("Bookmarks per page."), cursor }),
    reads: { action: "search.run", list: "bookmarks" },
    answer: bookmarkPage,
  }),
  listBookmarkKeys: define(endpoints.listBookmarkKeys, {
    tag: "Bookmarks",
    summary: "List the keys of all your bookmarks",
    description: "All bookmarks on one page, with conversation keys and event IDs only.",
    answer: bookmarkMarks,
  }),
  createBookmark: define(endpoints.createBookmark, {
    tag: "Bookmarks",
    summary: "Bookmark a conversation or an event",
    description: "An existing bookmark is returned unchanged, except for a `note` that is given.",
    body: newBookmark,
    answer: bookmark,
    errors: [404],
  }),
  updateBookmark: define(endpoints.updateBookmark, {
    tag: "Bookmarks",
    summary: "Change the note of a bookmark",
    description: "Your own bookmarks only.",
    body: bookmarkChange,
    answer: bookmark,
    errors: [404],
  }),
  deleteBookmark: define(endpoints.deleteBookmark, {
    tag: "Bookmarks",
    summary: "Delete a bookmark",
    description: "Your own bookmarks only.",
    answer: done,
    errors: [404],
  }),
};
