"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/relative-time";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Person } from "@/lib/api/schemas/privacy/person-request";
import { conversationsText, matchNames, nameOf } from "./request-texts";

interface PeopleSearchProps {
  /** Of the found visitors, these are not shown. */
  without?: readonly string[];
  /** What can be done with a found visitor. */
  actionOf: (person: Person) => ReactNode;
}

/** Finds visitors that may be the same person. */
export function PeopleSearch({ without = [], actionOf }: PeopleSearchProps) {
  const [text, setText] = useState("");
  const { data, error, isFetching } = useQuery({
    ...queryOf(endpoints.findPeople, { query: { q: text } }),
    enabled: text !== "",
    retry: false,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("q");
    setText(typeof typed === "string" ? typed.trim() : "");
  };
  const found = data?.data.filter(({ key }) => !without.includes(key)) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <form onSubmit={submit} className="flex max-w-xl gap-2" autoComplete="off">
        <Input
          name="q"
          type="search"
          required
          minLength={3}
          maxLength={300}
          aria-label="E-mail, phone, name or key of a person"
          placeholder="E-mail, phone, name or key"
        />
        <Button type="submit" disabled={isFetching} className="h-9! coarse:h-11!">
          Find
        </Button>
      </form>
      <div role="status" className="text-sm text-muted empty:hidden">
        {error?.message}
        {data !== undefined && found.length === 0 && "No visitors found."}
        {data?.hasMore === true && "There are more visitors. Use a longer text to see them."}
      </div>
      {found.length > 0 && (
        <ul aria-label="Found visitors" className="divide-y divide-line border-y border-line">
          {found.map((person) => (
            <li key={person.key} className="flex items-center gap-3 py-2.5">
              <div className="min-w-0 flex-1">
                <Link
                  href={`/visitors/${encodeURIComponent(person.key)}`}
                  dir="auto"
                  className="block truncate font-medium hover:underline"
                >
                  {nameOf(person)}
                </Link>
                <p className="text-sm [overflow-wrap:anywhere] text-muted">
                  {[person.email, person.phone, person.key].filter((part) => part !== null).join(" · ")}
                </p>
                <p className="text-sm text-muted">
                  {conversationsText(person.conversationCount)} · seen{" "}
                  <RelativeTime iso={person.lastSeenAt} inSentence /> ·{" "}
                  {person.matches.map((match) => matchNames[match]).join(", ")}
                </p>
              </div>
              {actionOf(person)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
