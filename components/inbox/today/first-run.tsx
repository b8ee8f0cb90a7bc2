"use client";

import Link from "next/link";
import { useCan } from "@/components/access/viewer-context";
import { Button } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";

/** Shown instead of the overview until the first event. */
export default function FirstRun() {
  const canSetUp = useCan("operate");
  return (
    <div className="flex h-full flex-col items-center justify-center px-8 text-center">
      <Logo className="size-9" />
      <h2 className="mt-5 text-lg font-semibold tracking-tight">No events received yet</h2>
      <p className="mt-1 max-w-88 text-pretty text-muted">
        {canSetUp
          ? "Register the webhook on the platform, or send sample events to look around."
          : "Conversations appear here when the platform sends their first event."}
      </p>
      {canSetUp && (
        <Button asChild variant="primary" className="mt-6">
          <Link href="/setup">Set up the webhook</Link>
        </Button>
      )}
    </div>
  );
}
