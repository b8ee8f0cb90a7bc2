"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tellFailure } from "@/components/ui/tell-failure";
import { call } from "@/lib/api/client/call";
import type { InputOf } from "@/lib/api/client/endpoint-types";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

type Change = InputOf<"updatePersonRequest">["body"];

/** Changes a request, and shows it as it is then. */
export function useRequestChange(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Change) => call(endpoints.updatePersonRequest, { path: { id }, body }),
    onError: tellFailure,
    onSuccess: async (request) => {
      client.setQueryData(queryOf(endpoints.getPersonRequest, { path: { id } }).queryKey, request);
      await client.invalidateQueries({ queryKey: [endpoints.listPersonRequests.name] });
    },
  });
}
