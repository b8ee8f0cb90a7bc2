"use client";

import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { call } from "@/lib/api/client/call";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { PersonRequest } from "@/lib/api/schemas/privacy/person-request";
import { visitorsText } from "./request-texts";

const EraseDialog = lazy(() => import("@/components/erasure/erase-dialog"));

/** Starts the erasure of a request's visitors. */
export function EraseButton({ request: { id, visitors } }: { request: PersonRequest }) {
  const client = useQueryClient();
  const [isErasing, setErasing] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setErasing(true)}>
        Erase…
      </Button>
      {isErasing && (
        <Suspense>
          <EraseDialog
            who={visitorsText(visitors.length)}
            reason="Request of the person"
            onClose={() => setErasing(false)}
            onErase={async (choice) => {
              try {
                await call(endpoints.erasePerson, { path: { id }, body: choice });
                setErasing(false);
              } finally {
                // Some may have been started before one was refused.
                await client.invalidateQueries({
                  queryKey: queryOf(endpoints.getPersonRequest, { path: { id } }).queryKey,
                });
              }
            }}
          />
        </Suspense>
      )}
    </>
  );
}
