import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireViewer } from "@/app/require-viewer";
import { Today } from "@/components/inbox/today/today";
import { viewHref } from "@/components/list-state/view-href";
import { defaultViewOf } from "@/lib/saved/saved-views";

export const metadata: Metadata = { title: "Inbox" };

/** Without parameters, the user's default view is shown. */
export default async function InboxPage({ searchParams }: PageProps<"/">) {
  const viewer = await requireViewer("read");
  if (Object.keys(await searchParams).length === 0) {
    const view = await defaultViewOf(viewer);
    if (view !== null) redirect(viewHref(view));
  }
  return <Today />;
}
