"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { PersonRequest } from "@/lib/api/schemas/privacy/person-request";
import { PeopleSearch } from "./people-search";
import { conversationsText, nameOf } from "./request-texts";
import { useRequestChange } from "./use-request-change";

/** The visitors that belong to the person: found and joined by hand. */
export function RequestVisitors({ request: { id, state, visitors } }: { request: PersonRequest }) {
  const isOpen = state === "open";
  const [isAdding, setAdding] = useState(isOpen && visitors.length === 0);
  const { isPending, mutate } = useRequestChange(id);
  return (
    <>
      {visitors.length === 0 && <p className="text-sm text-muted">No visitors.</p>}
      {visitors.length > 0 && (
        <ul aria-label="Visitors" className="divide-y divide-line border-y border-line">
          {visitors.map((visitor) => (
            <li key={visitor.key} className="flex items-center gap-3 py-2.5">
              <div className="min-w-0 flex-1">
                <VisitorName visitor={visitor} />
                <p className="text-sm [overflow-wrap:anywhere] text-muted">
                  {[
                    visitor.email,
                    visitor.phone,
                    visitor.conversationCount > 0 ? conversationsText(visitor.conversationCount) : null,
                  ]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </p>
              </div>
              {isOpen && (
                <Button
                  size="small"
                  disabled={isPending}
                  aria-label={`Remove ${nameOf(visitor)} from the request`}
                  onClick={() => mutate({ removeVisitors: [visitor.key] })}
                >
                  Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && !isAdding && (
        <Button className="self-start" onClick={() => setAdding(true)}>
          Add visitors
        </Button>
      )}
      {isOpen && isAdding && (
        <PeopleSearch
          without={visitors.map(({ key }) => key)}
          actionOf={(person) => (
            <Button
              size="small"
              disabled={isPending}
              aria-label={`Add ${nameOf(person)}, ${person.key}`}
              onClick={() => mutate({ addVisitors: [person.key] })}
            >
              Add
            </Button>
          )}
        />
      )}
    </>
  );
}

function VisitorName({ visitor }: { visitor: PersonRequest["visitors"][number] }) {
  if (visitor.conversationCount === 0) return <p className="font-medium text-muted">Erased visitor</p>;
  return (
    <Link
      href={`/visitors/${encodeURIComponent(visitor.key)}`}
      dir="auto"
      className="block truncate font-medium hover:underline"
    >
      {nameOf(visitor)}
    </Link>
  );
}
