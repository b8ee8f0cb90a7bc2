import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { requireViewer } from "@/app/require-viewer";
import { ComparePage } from "@/components/compare/compare-page";

export const metadata: Metadata = { title: "Compare" };

export default async function Page() {
  await requireViewer("read");
  return (
    <NuqsAdapter>
      <ComparePage />
    </NuqsAdapter>
  );
}
