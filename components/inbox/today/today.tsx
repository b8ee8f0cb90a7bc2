"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useAllowed } from "@/components/access/use-allowed";
import { useCan } from "@/components/access/viewer-context";
import { useMediaQuery } from "@/components/ui/hooks/use-media-query";
import { Kbd } from "@/components/ui/keys/kbd";
import { countsQuery } from "@/lib/api/client/conversation-queries";
import { filterOf, noFilters } from "@/lib/filters/conversation-filters";
import { DeliveriesCard } from "./deliveries-card";
import { FacetBars } from "./facet-bars";
import { FigureRow } from "./figure-row";
import { handedOver, inLastWeek } from "./figures";
import { WaitingList } from "./waiting-list";

const FirstRun = lazy(() => import("./first-run"));

/** The pane next to the list while no conversation is open or focused. Every number links to what it counts. */
export function Today() {
  const canSeeDeliveries = useCan("raw");
  const isAllowed = useAllowed();
  // Below this width only the list is shown, and no data is loaded.
  const isShown = useMediaQuery("(min-width: 64rem)", true);
  const { data: counts } = useQuery({ ...countsQuery(noFilters), enabled: isShown });
  if (!isShown) return null;
  if (counts?.all === 0) {
    return (
      <Suspense>
        <FirstRun />
      </Suspense>
    );
  }
  return (
    <div className="@container h-full overflow-y-auto overscroll-contain bg-background">
      <div className="mx-auto flex max-w-5xl flex-col gap-4 px-5 py-5 @3xl:px-8">
        <div className="flex items-baseline gap-2">
          <h2 className="text-base font-semibold tracking-tight">Today</h2>
          <span className="text-sm text-muted">last 24 hours</span>
        </div>
        <FigureRow />
        <div className="grid gap-4 @xl:grid-cols-2">
          <WaitingList />
          {isAllowed(filterOf("stoppedAt").definition) && (
            <FacetBars
              title="Stopped at"
              range="last 7 days"
              linkName="All unanswered"
              filters={inLastWeek}
              all={{ ...inLastWeek, unanswered: ["yes"] }}
              facet="stoppedAt"
              bar="bg-bot"
              nothing="No visitor stopped at a question."
            />
          )}
          <FacetBars
            title="Handed over"
            range="last 24 hours, by assignee now"
            linkName="All handed over"
            filters={handedOver.filters}
            all={handedOver.filters}
            facet="assignee"
            bar="bg-agent"
            nothing="No conversation was handed to a person."
          />
          {canSeeDeliveries && <DeliveriesCard />}
        </div>
        <Hints />
      </div>
    </div>
  );
}

function Hints() {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-2 pt-1 text-xs text-muted coarse:hidden">
      {hints.map(([keys, does]) => (
        <div key={does} className="flex items-center gap-1.5">
          <dt className="flex gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

const hints: readonly [keys: readonly string[], does: string][] = [
  [["j", "k"], "preview conversations"],
  [["Enter"], "open"],
  [["/"], "search"],
  [["?"], "all shortcuts"],
];
