"use client";

import { PanelSection } from "@/components/panels/panel-section";
import { InstantTime } from "@/components/times/instant-time";
import { formatDuration } from "@/lib/time/duration";
import { DifferenceRow } from "./difference-row";
import { kindOf } from "./kind-of";
import type { MomentDifference } from "./moment-difference";

/** Waits that began, ended or became longer between the two moments. */
export function WaitSection({ waits }: Pick<MomentDifference, "waits">) {
  if (waits.length === 0) return null;
  return (
    <PanelSection title="Changed waits" count={waits.length}>
      {waits.map((wait) => {
        const { of, before, after, cause } = wait;
        return (
          <DifferenceRow key={of} kind={kindOf(before, after)} cause={cause}>
            <span className="text-xs">
              <span className="mr-2 text-muted">{terms[of]}</span>
              {before !== null && (
                <>
                  <span className="sr-only">before: </span>
                  <span className="text-muted line-through">
                    <Wait wait={before} />
                  </span>{" "}
                </>
              )}
              {after !== null && (
                <>
                  <span className="sr-only">after: </span>
                  <span className="font-medium">
                    <Wait wait={after} />
                  </span>
                </>
              )}
            </span>
          </DifferenceRow>
        );
      })}
    </PanelSection>
  );
}

/** How long it took, or since when somebody waits. */
function Wait({ wait }: { wait: number | string }) {
  return typeof wait === "number" ? formatDuration(wait) : <InstantTime instant={wait} className="tabular" />;
}

const terms: Record<MomentDifference["waits"][number]["of"], string> = {
  humanWaitMs: "Wait for a human",
  firstReplyMs: "First reply after",
  longestReplyMs: "Slowest reply",
  waitingSince: "Visitor waiting since",
};
