"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, Eraser, Lock } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useCan, useIsUnscoped } from "@/components/access/viewer-context";
import { ConfirmButton } from "@/components/settings/confirm-button";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { addressOf } from "@/lib/api/client/address-of";
import { call } from "@/lib/api/client/call";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Hold } from "@/lib/api/schemas/privacy/hold";

const EraseDialog = lazy(() => import("@/components/erasure/erase-dialog"));
const HoldDialog = lazy(() => import("./hold-dialog"));

interface VisitorPrivacyProps {
  visitorKey: string;
  /** How the visitor is called. */
  name: string;
  /** Called with the ID of an erasure: the visitor will no longer be found. */
  onErasing: (id: string) => void;
}

/** What whoever answers for privacy can do about a visitor: export, hold, erase. */
export function VisitorPrivacy(props: VisitorPrivacyProps) {
  const canAct = useCan("privacy");
  const isUnscoped = useIsUnscoped();
  return canAct && isUnscoped ? <Actions {...props} /> : null;
}

function Actions({ visitorKey, name, onErasing }: VisitorPrivacyProps) {
  const [isHolding, setHolding] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const { data, refetch } = useQuery(queryOf(endpoints.listHolds));
  const holds = data?.data.filter(({ subject }) => subject.type === "visitor" && subject.key === visitorKey) ?? [];
  return (
    <section aria-labelledby="visitor-privacy" className="mt-6">
      <h2 id="visitor-privacy" className="mb-2 text-sm font-medium text-muted">
        Privacy
      </h2>
      {holds.map((hold) => (
        <HeldBy key={hold.id} hold={hold} onReleased={() => void refetch()} />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="small" asChild>
          <a href={addressOf(endpoints.getVisitorArchive, { path: { key: visitorKey } })} download="visitor.zip">
            <Download /> Export
          </a>
        </Button>
        <Button size="small" onClick={() => setHolding(true)}>
          <Lock /> Hold
        </Button>
        <Button size="small" variant="danger" onClick={() => setErasing(true)}>
          <Eraser /> Erase
        </Button>
      </div>
      {isErasing && (
        <Suspense>
          <EraseDialog
            who={name}
            onErase={async (choice) =>
              onErasing((await call(endpoints.createErasure, { body: { ...choice, visitorKey } })).id)
            }
            onClose={() => setErasing(false)}
          />
        </Suspense>
      )}
      {isHolding && (
        <Suspense>
          <HoldDialog visitorKey={visitorKey} onPlaced={() => void refetch()} onClose={() => setHolding(false)} />
        </Suspense>
      )}
    </section>
  );
}

function HeldBy({ hold: { id, reason, madeBy, createdAt }, onReleased }: { hold: Hold; onReleased: () => void }) {
  return (
    <div className="mb-2 flex items-start gap-2 rounded-lg bg-warning-soft px-3 py-2 text-sm text-warning">
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        Legal hold: {reason} ({madeBy}, <RelativeTime iso={createdAt} inSentence />)
      </p>
      <ConfirmButton
        title="Release this legal hold?"
        description="The visitor can be erased again, and retention rules apply again, unless another hold covers the same data."
        action="Release"
        onConfirm={async () => {
          await call(endpoints.deleteHold, { path: { id } });
          onReleased();
        }}
      >
        Release
      </ConfirmButton>
    </div>
  );
}
