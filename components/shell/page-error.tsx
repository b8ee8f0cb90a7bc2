"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export interface PageErrorProps {
  /** What Next hands to an error page; `digest` is how the server's log names it. */
  error: Error & { digest?: string };
  reset: () => void;
}

/** A page that broke: says so, offers the next step, and how to find it in the server's log. */
export function PageError({ error, reset }: PageErrorProps) {
  return (
    <ErrorState
      title="Something went wrong on this page"
      heading="h1"
      className="h-full min-h-80"
      onRetry={reset}
      action={
        <Button variant="quiet" onClick={() => window.location.reload()}>
          Reload
        </Button>
      }
    >
      <p>Your data is safe. Only this page could not be displayed.</p>
      {error.digest && (
        <p className="mt-2 text-xs">
          In the server’s log: <code className="font-mono select-all">{error.digest}</code>
        </p>
      )}
    </ErrorState>
  );
}
