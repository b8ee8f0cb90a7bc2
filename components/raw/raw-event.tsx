"use client";

import { Copy, Link2, Search, SquareTerminal } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useMemo, useState } from "react";
import { useTimeDisplay } from "@/components/times/time-display";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { copyText } from "@/components/ui/copy-button";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notices/notify";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import type { Event } from "@/lib/events/event";
import { formatDuration } from "@/lib/time/duration";
import { curlCommand } from "./curl-command";
import { JsonTree } from "./json-tree";
import { readJson } from "./read-json";

/** An event: when it was sent and received, and its text as a searchable tree and exactly as received. */
export default function RawEvent({ event }: { event: Event & { raw: string } }) {
  const [search, setSearch] = useState("");
  const json = useMemo(() => readJson(event.raw), [event.raw]);

  return (
    <div className="flex min-h-full flex-col">
      <Facts event={event} />
      <div className="flex flex-wrap gap-2 border-b border-line px-4 pb-3">
        <Action icon={<Copy />} label="Copy JSON" text={event.raw} />
        <Action icon={<Link2 />} label="Copy link" text={linkTo(event.id)} />
        <Action
          icon={<SquareTerminal />}
          label="Copy as curl"
          text={curlCommand(window.location.origin, event.raw)}
          done="Copied. Set PLAYHEAD_WEBHOOK_TOKEN before you run it."
        />
      </div>
      <Tabs defaultValue={json.readable ? "tree" : "text"} className="flex min-h-0 flex-1 flex-col">
        <div className="flex items-end justify-between gap-3 border-b border-line px-4 pt-2">
          <TabList className="border-b-0!">
            <Tab value="tree">Tree</Tab>
            <Tab value="text">Text</Tab>
          </TabList>
          <div className="relative mb-1.5">
            <Search aria-hidden="true" className="absolute top-1.5 left-2 size-3.5 text-faint" />
            <Input
              type="search"
              aria-label="Search in this event"
              value={search}
              onChange={(change) => setSearch(change.target.value)}
              placeholder="Name or value"
              className="h-7! w-44! pl-7! text-xs!"
            />
          </div>
        </div>
        <TabPanel value="tree" className="outline-offset-[-2px]">
          {json.readable ? (
            <JsonTree value={json.value} search={search} />
          ) : (
            <p className="p-4 text-sm text-warning">{json.reason}</p>
          )}
        </TabPanel>
        <TabPanel value="text" className="p-3">
          <CodeBlock code={event.raw} label="received text" wrap />
        </TabPanel>
      </Tabs>
    </div>
  );
}

function Facts({ event }: { event: Event }) {
  const { exact } = useTimeDisplay();
  const delay = Date.parse(event.receivedAt) - Date.parse(event.occurredAt);
  return (
    <dl className="tabular grid grid-cols-[5.5rem_1fr] gap-x-3 gap-y-1 px-4 py-3 text-xs [&_dt]:text-muted">
      <dt>Event</dt>
      <dd>
        <span className="font-medium">{event.type}</span>
        {event.messageType && <span> · {event.messageType}</span>}
        {!event.recognised && <span className="text-warning"> · unrecognised</span>}
      </dd>
      <dt>Sent</dt>
      <dd>
        <time dateTime={event.occurredAt}>{exact(event.occurredAt)}</time>
      </dd>
      <dt>Arrived</dt>
      <dd>
        <time dateTime={event.receivedAt}>{exact(event.receivedAt)}</time>
        <span className="block text-muted">
          {delay >= 0
            ? `${formatDuration(delay)} after it was sent`
            : `the sender's clock is ${formatDuration(-delay)} ahead`}
        </span>
      </dd>
      {event.editedBy !== null && (
        <>
          <dt>Edited</dt>
          <dd className="text-warning">by {event.editedBy}, before it was stored</dd>
        </>
      )}
      <dt>Ids</dt>
      <dd className="font-mono">
        event {event.id} · delivery{" "}
        <Link
          href={`/deliveries?delivery=${encodeURIComponent(event.deliveryId)}`}
          className="underline underline-offset-2"
        >
          {event.deliveryId}
        </Link>
      </dd>
    </dl>
  );
}

interface ActionProps {
  icon: ReactNode;
  label: string;
  text: string;
  done?: string;
}

function Action({ icon, label, text, done = "Copied" }: ActionProps) {
  const copy = async () => {
    if (await copyText(text)) notify.success(done);
    else notify.error("The browser did not allow copying.");
  };
  return (
    <Button size="small" onClick={copy}>
      {icon}
      {label}
    </Button>
  );
}

function linkTo(eventId: string): string {
  const url = new URL(window.location.href);
  url.searchParams.set("event", eventId);
  return url.href;
}
