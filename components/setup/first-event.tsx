import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { tokenLocation } from "@/components/ui/token-location";
import type { Setup } from "@/lib/api/schemas/setup";

/** The set-up's state: waiting, test call received, or receiving events. It is updated automatically. */
export function FirstEvent({ setup }: { setup: Setup }) {
  const { firstConversationKey, eventCount, lastTest } = setup;
  const receives = firstConversationKey !== null;
  return (
    <section
      aria-label="State"
      aria-live="polite"
      className="flex min-h-19 flex-wrap items-center gap-x-4 gap-y-3 rounded-xl border border-line bg-pane px-4 py-3"
    >
      <Beacon receives={receives} />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{receives ? <Received count={eventCount} /> : "Waiting for the first event…"}</p>
        <p className="text-sm text-muted">
          {lastTest ? (
            <>
              Test call received <RelativeTime iso={lastTest.at} inSentence /> (token in the{" "}
              {tokenLocation(lastTest.place)}).
            </>
          ) : (
            "No test call yet. The platform makes one each time its webhook settings are saved."
          )}
        </p>
      </div>
      {receives && (
        <Button asChild variant="primary" className="max-sm:w-full">
          <Link href={`/conversations/${encodeURIComponent(firstConversationKey)}`}>
            Open the first conversation <ArrowRight />
          </Link>
        </Button>
      )}
    </section>
  );
}

function Received({ count }: { count: number }): ReactNode {
  return (
    <span className="tabular">
      {count.toLocaleString("en")} {count === 1 ? "event" : "events"} received
    </span>
  );
}

function Beacon({ receives }: { receives: boolean }) {
  return (
    <span aria-hidden="true" className="relative flex size-2.5">
      {!receives && <span className="absolute inset-0 animate-ping rounded-full bg-warning/50" />}
      <span className={`size-2.5 rounded-full ${receives ? "bg-agent" : "bg-warning"}`} />
    </span>
  );
}
