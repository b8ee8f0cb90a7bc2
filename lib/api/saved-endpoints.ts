import { z } from "zod";
import { bookmark, bookmarkChange, bookmarkMarks, bookmarkPage, bookmarkRemoved, newBookmark } from "./bookmark";
import { endpoint } from "./endpoint";
import { cursor, wholeNumber } from "./parameters";
import { defaultView, newView, savedView, savedViews, viewChange, viewCounts, viewRemoved } from "./saved-view";

/** The calls about what people keep. */
export const savedEndpoints = {
  views: endpoint({
    path: "/views",
    summary: "Saved views: lists of conversations under a name",
    description: "The caller's own and the shared ones; an API token sees the shared ones.",
    answer: savedViews,
  }),
  addView: endpoint({
    method: "post",
    path: "/views",
    summary: "Save a view",
    description: "With a session only, as all changes of views. `search` is the list's part of the URL.",
    body: newView,
    answer: savedView,
    refusals: [403],
  }),
  changeView: endpoint({
    method: "patch",
    path: "/views/{id}",
    summary: "Change a view",
    description: "One's own, or as an admin any shared one. What is left out stays as it is.",
    body: viewChange,
    answer: savedView,
    refusals: [403, 404],
  }),
  removeView: endpoint({
    method: "delete",
    path: "/views/{id}",
    summary: "Delete a view",
    answer: viewRemoved,
    refusals: [403, 404],
  }),
  defaultView: endpoint({
    method: "post",
    path: "/views/default",
    summary: "Choose the view that one's inbox opens with",
    body: defaultView,
    answer: viewRemoved,
    refusals: [403, 404],
  }),
  viewCounts: endpoint({
    path: "/views/counts",
    summary: "How many conversations each view holds",
    answer: viewCounts,
  }),
  bookmarks: endpoint({
    path: "/bookmarks",
    summary: "The conversations and events that one keeps, the latest first",
    description: "One's own: an API token has none.",
    query: z.strictObject({ limit: wholeNumber(1, 200, 50).describe("Bookmarks a page."), cursor }),
    answer: bookmarkPage,
  }),
  bookmarkMarks: endpoint({
    path: "/bookmarks/marks",
    summary: "All that one keeps, by keys and ids alone",
    answer: bookmarkMarks,
  }),
  addBookmark: endpoint({
    method: "post",
    path: "/bookmarks",
    summary: "Keep a conversation, or one of its events",
    description: "With a session only, as all changes of bookmarks.",
    body: newBookmark,
    answer: bookmark,
    refusals: [403, 404],
  }),
  noteBookmark: endpoint({
    method: "patch",
    path: "/bookmarks/{id}",
    summary: "Change a bookmark's note",
    body: bookmarkChange,
    answer: bookmark,
    refusals: [403, 404],
  }),
  removeBookmark: endpoint({
    method: "delete",
    path: "/bookmarks/{id}",
    summary: "Remove a bookmark",
    answer: bookmarkRemoved,
    refusals: [403, 404],
  }),
};
