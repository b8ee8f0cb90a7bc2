"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { FirstEvent } from "./first-event";
import { RefusedCalls } from "./refused-calls";
import { RegistrationSteps } from "./registration-steps";
import { SendSamples } from "./send-samples";
import { SetupSkeleton } from "./setup-skeleton";
import { TestByHand } from "./test-by-hand";

/** Test calls and refused requests store no events, so the live stream does not report them. */
const lookEveryMs = 3000;

/** The steps from an empty inbox to the first conversation. Updated automatically. */
export function SetupGuide() {
  const { data: setup, error, refetch } = useQuery({ ...queryOf(endpoints.getSetup), refetchInterval: lookEveryMs });
  return (
    <div className="mx-auto flex w-full max-w-180 flex-col gap-8 px-5 py-8 md:px-8 md:py-12">
      <header>
        <h1 className="text-xl font-semibold tracking-tight">Set up the webhook</h1>
        <p className="mt-1 text-muted">
          The platform sends each event once and keeps no copy to ask for later. From the moment it is registered,
          Playhead keeps every one.
        </p>
      </header>
      {setup ? (
        <>
          <div className="flex flex-col gap-3">
            <FirstEvent setup={setup} />
            <RefusedCalls refused={setup.refusedCalls} />
          </div>
          <RegistrationSteps setup={setup} />
          <SendSamples hasEvents={setup.eventCount > 0} />
          <TestByHand setup={setup} />
        </>
      ) : error ? (
        <ErrorState title="The setup could not be loaded" onRetry={() => refetch()}>
          {error.message}
        </ErrorState>
      ) : (
        <SetupSkeleton />
      )}
    </div>
  );
}
