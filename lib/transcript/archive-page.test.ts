import { expect, it } from "vitest";
import { type ArchiveContents, archivePage } from "./archive-page";

const hostile = `<script>alert("1")</script>`;
const at = "2026-11-30T09:15:00.000000Z";
const variable = {
  type: "text",
  scope: "contact",
  eventId: "1",
  updatedAt: at,
  conversationKey: "c",
  conversationCount: 1,
} as const;

const contents: ArchiveContents = {
  writtenAt: at,
  visitors: [
    {
      ...{ key: "v", id: null, name: hostile, email: null, phone: null, firstSeenAt: at, lastSeenAt: at },
      variables: { [hostile]: { ...variable, value: { deep: [hostile] } } },
    },
  ],
  conversations: [
    { title: hostile, createdAt: at, eventCount: 3, html: 'conversations/a "b" & ü.html', json: "data/a%2F.json" },
  ],
  reads: [{ date: "2026-11-30", purpose: hostile, by: "agent", count: 2 }],
  recipients: [],
};

it("escapes every text", () => {
  const page = archivePage({ ...contents, recipients: [hostile] });
  expect(page).not.toContain("<script");
  expect(page.match(/&lt;script&gt;/g)).toHaveLength(6);
  expect(page).toContain("default-src 'none'");
});

it("links to files with any name", () => {
  const links = [...archivePage(contents).matchAll(/href="([^"]+)"/g)].map(([, path]) => path);
  expect(links).toEqual(["conversations/a%20%22b%22%20%26%20%C3%BC.html", "data/a%252F.json"]);
});

it("shows what there is not", () => {
  const page = archivePage({ ...contents, conversations: [], reads: [] });
  for (const text of ["No conversations.", "Nobody since", "None that the access log knows"])
    expect(page).toContain(text);
  expect(page).not.toContain("Phone");
});
