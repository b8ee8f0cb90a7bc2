"use client";

import { useMutation } from "@tanstack/react-query";
import { ShieldCheck, ShieldX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { tellFailure } from "@/components/ui/tell-failure";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

/** Checks the hash of every entry. */
export function VerifyLogs() {
  const { mutate, data, isPending } = useMutation({
    mutationFn: () => call(endpoints.verifyAudit),
    onError: tellFailure,
  });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button aria-disabled={isPending} onClick={() => !isPending && mutate()}>
        {isPending ? "Verifying…" : "Verify"}
      </Button>
      <p role="status" className="flex items-center gap-2 text-sm [&_svg]:size-4">
        {data?.ok === true && (
          <>
            <ShieldCheck aria-hidden="true" className="text-accent" />
            {data.checked.toLocaleString("en")} {data.checked === 1 ? "entry is" : "entries are"} intact.
          </>
        )}
        {data?.ok === false && (
          <span className="flex items-center gap-2 text-danger">
            <ShieldX aria-hidden="true" />
            Entry {data.firstBroken} was changed, removed or inserted.
          </span>
        )}
      </p>
    </div>
  );
}
