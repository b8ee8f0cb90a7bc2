"use client";

import { lazy, Suspense, useState } from "react";
import { leave, sendSignOut } from "@/components/sign-in/sign-out";
import { Button } from "@/components/ui/button";

// Loaded only for those who need it.
const SecondFactorSetup = lazy(() => import("./setup-outside-workspace"));

/** For users whose role requires a second factor that they don't have yet. `target`: the path to open afterwards. */
export function RequiredSecondFactor({ target }: { target: string }) {
  const [isPending, setPending] = useState(false);

  async function signOut() {
    setPending(true);
    await sendSignOut().catch(() => {});
    leave();
  }

  return (
    <div className="flex flex-col gap-6">
      <Suspense>
        <SecondFactorSetup onDone={() => window.location.assign(target)} />
      </Suspense>
      <Button disabled={isPending} onClick={() => void signOut()} className="self-start">
        Sign out
      </Button>
    </div>
  );
}
