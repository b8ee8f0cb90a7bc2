"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export interface PageErrorProps {
  /** The error passed by Next; `digest` identifies it in the server's log. */
  error: Error & { digest?: string };
  reset: () => void;
}

/** An error page with a next step and the error's id in the server's log. */
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
