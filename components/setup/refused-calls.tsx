import { ShieldAlert } from "lucide-react";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Setup } from "@/lib/api/schemas/setup";
import { Notice } from "./notice";

/** The number of requests with a wrong token, the only trace of them: the first thing to check when nothing arrives. */
export function RefusedCalls({ refused: { count, lastAt } }: { refused: Setup["refusedCalls"] }) {
  if (count === 0) return null;
  return (
    <Notice
      tone="warning"
      icon={<ShieldAlert />}
      title={`${count.toLocaleString("en")} ${count === 1 ? "request was" : "requests were"} refused for a wrong or missing token`}
    >
      {lastAt && (
        <p>
          The last one came <RelativeTime iso={lastAt} inSentence className="font-medium" />. If that was the platform,
          the token entered there differs from the one below; events that are refused are lost.
        </p>
      )}
    </Notice>
  );
}
