"use client";

import { useMutation } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notices/notify";
import { mutationOf } from "@/lib/api/client/mutation-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

/** Sends one event of every published kind, from the platform's documentation, through the same ingestion as real ones. */
export function SendSamples({ hasEvents }: { hasEvents: boolean }) {
  const router = useRouter();
  const send = useMutation({
    ...mutationOf(endpoints.sendSamples),
    onSuccess: ({ conversationKey }) => router.push(`/conversations/${encodeURIComponent(conversationKey)}`),
    onError: (error) => notify.error("The sample events could not be sent", { description: error.message }),
  });
  return (
    <section aria-labelledby="samples" className="border-t border-line pt-8">
      <h2 id="samples" className="text-base font-semibold">
        {hasEvents ? "See every kind of message" : "Look around first"}
      </h2>
      <p className="mt-1 text-sm text-muted">
        Sends the platform’s published sample events, one of each kind, to this Playhead. They make one conversation.
      </p>
      <Button className="mt-4" disabled={send.isPending || send.isSuccess} onClick={() => send.mutate({ body: {} })}>
        <Play /> {send.isPending ? "Sending…" : "Send the sample events"}
      </Button>
    </section>
  );
}
