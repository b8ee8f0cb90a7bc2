"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import type { Retention } from "@/lib/api/schemas/privacy/retention";

/** The last runs of retention rules. */
export function RetentionRuns({ runs }: Pick<Retention, "runs">) {
  return (
    <div className="max-w-3xl">
      <h3 className="text-sm font-medium">Last runs</h3>
      {runs.length === 0 ? (
        <p className="mt-2 text-sm text-muted">No runs yet.</p>
      ) : (
        <div className="mt-2 max-h-96 overflow-y-auto border-y border-line">
          <table aria-label="Last runs" className="w-full text-sm">
            <thead className="sticky top-0 bg-background text-left text-xs text-muted">
              <tr>
                <th scope="col" className="py-1.5 font-medium">
                  Rule
                </th>
                <th scope="col" className={number}>
                  Changed
                </th>
                <th scope="col" className={number}>
                  Held
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {runs.map(({ id, rule, startedAt, endedAt, changed, held, error }) => (
                <tr key={id} className="align-top">
                  <td className="py-1.5">
                    <span dir="auto" className="[overflow-wrap:anywhere]">
                      {rule}
                    </span>
                    <span className="block text-xs text-muted">
                      {endedAt === null && "running since "}
                      <RelativeTime iso={endedAt ?? startedAt} inSentence />
                    </span>
                    {error !== null && <span className="block text-danger">{error}</span>}
                  </td>
                  <td className={number}>{changed.toLocaleString("en")}</td>
                  <td className={number}>{held.toLocaleString("en")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

const number = "tabular py-1.5 pl-3 text-right font-normal";
