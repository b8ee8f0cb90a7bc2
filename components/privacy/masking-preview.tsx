"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";

/** A conversation's first events as they are, and next to them as a masked viewer sees them. */
export function MaskingPreview() {
  const [key, setKey] = useState<string | undefined>(undefined);
  const { data, error } = useQuery(queryOf(endpoints.previewMasking, { query: key === undefined ? {} : { key } }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("key");
    setKey(typeof typed === "string" && typed.trim() !== "" ? typed.trim() : undefined);
  };
  return (
    <>
      <form onSubmit={submit} className="flex max-w-xl gap-2">
        <Input name="key" aria-label="Key of a conversation" placeholder="Key; empty for the latest conversation" />
        <Button type="submit">Show</Button>
      </form>
      {error !== null && (
        <p role="alert" className="text-sm text-danger">
          {error.message}
        </p>
      )}
      {data?.conversation === null && <p className="text-sm text-muted">No conversations yet.</p>}
      {data?.conversation != null && (
        <table className="w-full table-fixed border-collapse text-sm">
          <caption className="pb-2 text-left font-medium" dir="auto">
            {data.conversation.masked}
          </caption>
          <thead>
            <tr className="border-b border-line text-left text-muted">
              <th className="py-1.5 pr-4 font-normal">As it is</th>
              <th className="py-1.5 font-normal">For a viewer</th>
            </tr>
          </thead>
          <tbody>
            {data.lines.map(({ eventId, text, masked }) => (
              <tr key={eventId} className="border-b border-line align-top">
                <td dir="auto" className="py-1.5 pr-4 [overflow-wrap:anywhere]">
                  {text}
                </td>
                <td
                  dir="auto"
                  className={
                    masked === text ? "py-1.5 [overflow-wrap:anywhere] text-muted" : "py-1.5 [overflow-wrap:anywhere]"
                  }
                >
                  {masked}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
