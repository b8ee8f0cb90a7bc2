"use client";

import { useMutation } from "@tanstack/react-query";
import { FileCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { tellFailure } from "@/components/ui/tell-failure";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

/** Downloads the signed receipt of an erasure, exactly as it was signed. */
export function ReceiptButton({ id }: { id: string }) {
  const { isPending, mutate } = useMutation({
    mutationFn: async () => {
      const { receipt } = await call(endpoints.getErasure, { path: { id } });
      if (receipt !== null) save(receipt, `receipt-${id}.json`);
    },
    onError: tellFailure,
  });
  return (
    <Button size="small" disabled={isPending} onClick={() => mutate()}>
      <FileCheck /> Download receipt
    </Button>
  );
}

function save(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
