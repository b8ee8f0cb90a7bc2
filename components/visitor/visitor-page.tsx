"use client";

import { useQuery } from "@tanstack/react-query";
import { Eraser } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { WhoHasLooked } from "@/components/audit/who-has-looked";
import { ErasureProgress } from "@/components/erasure/erasure-progress";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { NothingHere } from "@/components/ui/nothing-here";
import { Skeleton } from "@/components/ui/skeleton";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { ApiError } from "@/lib/api/client/api-error";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Visitor } from "@/lib/api/schemas/visitor";
import { VisitorConversations } from "./visitor-conversations";
import { VisitorFacts } from "./visitor-facts";
import { VisitorHeader } from "./visitor-header";
import { VisitorPrivacy } from "./visitor-privacy";
import { VisitorTimeline } from "./visitor-timeline";
import { VisitorVariables } from "./visitor-variables";

/** A visitor across all conversations. */
export function VisitorPage({ visitorKey }: { visitorKey: string }) {
  const { data, error, refetch } = useQuery(queryOf(endpoints.getVisitor, { path: { key: visitorKey } }));
  const [erasureId, setErasureId] = useState<string | null>(null);
  if (erasureId !== null) return <ErasedVisitor erasureId={erasureId} />;
  if (data) return <VisitorDetails visitor={data} onErasing={setErasureId} />;
  if (!error) return <VisitorSkeleton />;
  if (error instanceof ApiError && error.status === 404) {
    return <NothingHere title="Visitor not found">We haven’t received any events for this visitor.</NothingHere>;
  }
  return (
    <ErrorState title="The visitor could not be loaded" className="h-full" onRetry={() => void refetch()}>
      {error.message}
    </ErrorState>
  );
}

/** The timeline on the left, the data on the right; on phones, the data comes first. */
function VisitorDetails({ visitor, onErasing }: { visitor: Visitor; onErasing: (id: string) => void }) {
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6">
      <VisitorHeader visitor={visitor} />
      <div className="mt-6 gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <aside aria-label="Visitor details" className="lg:order-last">
          <VisitorFacts visitor={visitor} />
          <VisitorVariables visitor={visitor} />
          <VisitorPrivacy
            visitorKey={visitor.key}
            name={visitor.name ?? visitor.email ?? visitor.phone ?? "this visitor"}
            onErasing={onErasing}
          />
          <WhoHasLooked visitorKey={visitor.key} conversationKeys={visitor.conversations.map(({ key }) => key)} />
        </aside>
        <Tabs defaultValue="timeline" className="min-w-0 max-lg:mt-8">
          <TabList aria-label="Visitor history">
            <Tab value="timeline">Timeline</Tab>
            <Tab value="conversations">
              Conversations <span className="tabular text-muted">{visitor.conversationCount.toLocaleString("en")}</span>
            </Tab>
          </TabList>
          <TabPanel value="timeline">
            <VisitorTimeline visitor={visitor} />
          </TabPanel>
          <TabPanel value="conversations">
            <VisitorConversations visitorKey={visitor.key} />
          </TabPanel>
        </Tabs>
      </div>
    </div>
  );
}

/** In place of the visitor, who is not there anymore. */
function ErasedVisitor({ erasureId }: { erasureId: string }) {
  return (
    <EmptyState
      icon={<Eraser />}
      title="This visitor is being erased"
      heading="h1"
      className="h-full"
      action={<ErasureProgress id={erasureId} />}
    >
      You find the receipt later in{" "}
      <Link href="/settings/privacy" className="underline underline-offset-2">
        Settings → Privacy
      </Link>
      .
    </EmptyState>
  );
}

function VisitorSkeleton() {
  return (
    <div role="status" aria-label="Loading the visitor" className="mx-auto max-w-6xl space-y-4 px-4 py-6 sm:px-6">
      <div className="flex items-center gap-4">
        <Skeleton className="size-12 rounded-full!" />
        <Skeleton className="h-5 w-48" />
      </div>
      {["w-72", "w-60", "w-80", "w-52"].map((width) => (
        <Skeleton key={width} className={`h-3.5 max-w-full ${width}`} />
      ))}
      <Skeleton className="h-44 w-full rounded-xl!" />
    </div>
  );
}
