import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { VisitorPage } from "@/components/panels/visitor-page";

export const metadata: Metadata = { title: "Visitor" };

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  await requireViewer();
  const { key } = await params;
  return <VisitorPage visitorKey={decodeURIComponent(key)} />;
}
