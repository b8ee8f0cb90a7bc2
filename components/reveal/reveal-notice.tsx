"use client";

import { Eye } from "lucide-react";
import { useEffect, useState } from "react";
import { useReveal } from "./use-reveal";

/** Shows that personal data is visible, and for how long. */
export default function RevealNotice({ conversationKey }: { conversationKey: string }) {
  const { endsAt } = useReveal(conversationKey);
  return endsAt === null ? null : <Notice endsAt={endsAt} />;
}

function Notice({ endsAt }: { endsAt: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.max(1, Math.ceil((endsAt - now) / 60_000));
  return (
    <div
      role="status"
      className="tabular flex shrink-0 items-center gap-2 border-b border-line bg-warning-soft px-4 py-1.5 text-sm text-warning print:hidden"
    >
      <Eye className="size-4 shrink-0" strokeWidth={1.75} aria-hidden="true" />
      Personal data is visible for {minutes === 1 ? "1 more minute" : `${minutes} more minutes`}
    </div>
  );
}
