import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { pathHeader } from "@/app/path-header";
import { requireViewer } from "@/app/require-viewer";
import { InboxFrame } from "@/components/inbox/inbox-frame";
import { listSettingsCookie } from "@/components/list-state/list-settings-cookie";
import { createQueryClient } from "@/components/shell/query-client";
import { readListSettings, variableColumns } from "@/lib/api/list-settings";
import { prefetchInbox } from "./prefetch-inbox";

/** List and conversation side by side. The list is part of the layout, so that it is kept when a conversation is opened. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer("read");
  const cache = createQueryClient();
  const settings = readListSettings((await cookies()).get(listSettingsCookie)?.value);
  await prefetchInbox(cache, viewer, await ownSearch(), variableColumns(settings));
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <InboxFrame settings={settings}>{children}</InboxFrame>
    </HydrationBoundary>
  );
}

async function ownSearch(): Promise<URLSearchParams> {
  const path = (await headers()).get(pathHeader) ?? "";
  return new URLSearchParams(path.split("?")[1]);
}
