"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import { PeopleSearch } from "./people-search";
import { RequestDetails } from "./request-details";
import { RequestList } from "./request-list";
import { nameOf, visitorsText } from "./request-texts";

const NewRequestDialog = lazy(() => import("./new-request-dialog"));

/** People's requests: finding a person, entering what they ask for, and the requests that are open. */
export function RequestsPage() {
  const id = useSearchParams().get("request");
  return (
    <div className="mx-auto w-full max-w-4xl px-4 pt-6 pb-16 md:px-10 md:pt-10">
      {id === null ? <Overview /> : <RequestDetails key={id} id={id} />}
    </div>
  );
}

function Overview() {
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isEntering, setEntering] = useState(false);
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-xl font-semibold tracking-tight">People's requests</h1>
        <Button variant="primary" onClick={() => setEntering(true)}>
          {chosen.length === 0 ? "New request" : `New request with ${visitorsText(chosen.length)}`}
        </Button>
      </div>
      <SettingsSection
        title="Find a person"
        description="A person can be several visitors. Choose all that belong to them: nothing is joined automatically."
      >
        <PeopleSearch
          actionOf={(person) => (
            <input
              type="checkbox"
              aria-label={`Choose ${nameOf(person)}, ${person.key}`}
              checked={chosen.includes(person.key)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, person.key] : chosen.filter((key) => key !== person.key))
              }
              className="size-4 shrink-0 accent-accent coarse:size-6"
            />
          )}
        />
      </SettingsSection>
      <SettingsSection title="Requests">
        <RequestList />
      </SettingsSection>
      {isEntering && (
        <Suspense>
          <NewRequestDialog
            visitors={chosen}
            onCreated={(id) => router.push(`/privacy?request=${id}`)}
            onClose={() => setEntering(false)}
          />
        </Suspense>
      )}
    </>
  );
}
