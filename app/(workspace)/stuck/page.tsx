import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { requireViewer } from "@/app/require-viewer";
import { createQueryClient } from "@/components/shell/query-client";
import { StuckFrame } from "@/components/stuck/stuck-frame";
import { prefetchStuck } from "./prefetch-stuck";

export const metadata: Metadata = { title: "Stuck" };

export default async function Stuck({ searchParams }: PageProps<"/stuck">) {
  const viewer = await requireViewer("read");
  const cache = createQueryClient();
  await prefetchStuck(cache, viewer, await searchParams);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <StuckFrame />
    </HydrationBoundary>
  );
}
