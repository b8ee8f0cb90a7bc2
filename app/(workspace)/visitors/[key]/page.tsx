import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { MediaHostsProvider } from "@/components/messages/media-hosts";
import { VisitorPage } from "@/components/visitor/visitor-page";
import { env } from "@/lib/env/env";

export const metadata: Metadata = { title: "Visitor" };

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  await requireViewer("read");
  const { key } = await params;
  return (
    <MediaHostsProvider hosts={env().mediaHosts}>
      <VisitorPage visitorKey={decodeURIComponent(key)} />
    </MediaHostsProvider>
  );
}
