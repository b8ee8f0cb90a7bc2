import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { BookmarksPage } from "@/components/bookmarks/bookmarks-page";

export const metadata: Metadata = { title: "Bookmarks" };

export default async function Bookmarks() {
  await requireViewer("read");
  return <BookmarksPage />;
}
