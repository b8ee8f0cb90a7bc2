"use client";

import { useMemo } from "react";
import { JsonTree } from "@/components/raw/json-tree";
import { readJson } from "@/components/raw/read-json";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import type { DeliveryDetail } from "@/lib/api/schemas/delivery";
import { BodyBytes } from "./body-bytes";
import { BodyText } from "./body-text";

/** Longer ones are not drawn as a tree. */
const longestTree = 200_000;

/** The body as it came: its text with the faults in their places, its bytes where it is no text, or as a tree. */
export function DeliveryBody({ delivery }: { delivery: DeliveryDetail }) {
  const { body, position, reason, quarantinedEvents } = delivery;
  const faults = useMemo(() => {
    const ofEvents = quarantinedEvents.map((event) => ({ byte: event.position, reason: event.reason }));
    const all = ofEvents.length > 0 ? ofEvents : [{ byte: position, reason: reason ?? "" }];
    return all.flatMap(({ byte, reason: why }) => (byte === null ? [] : [{ byte, reason: why }]));
  }, [position, reason, quarantinedEvents]);
  const json = useMemo(() => {
    if (body?.encoding !== "utf-8" || body.text.length > longestTree || body.text.trim() === "") return null;
    return readJson(body.text);
  }, [body]);

  if (body === null) {
    return (
      <EmptyState title="The body has been deleted">
        Bodies of accepted deliveries are deleted after a few days. Each event keeps its own text.
      </EmptyState>
    );
  }
  if (body.encoding === "base64") return <BodyBytes base64={body.text} fault={position} />;
  if (body.text === "") return <EmptyState title="The body is empty" />;
  return (
    <Tabs defaultValue="text" className="flex min-h-64 flex-1 flex-col">
      <div className="flex shrink-0 items-end justify-between border-b border-line pr-2 pl-4">
        <TabList className="border-b-0! pt-1">
          <Tab value="text">As received</Tab>
          {json?.readable && <Tab value="tree">Tree</Tab>}
        </TabList>
        <CopyButton text={body.text} label="Copy the body" />
      </div>
      <TabPanel value="text" className="flex min-h-0 flex-1 flex-col -outline-offset-2">
        <BodyText text={body.text} faults={faults} />
      </TabPanel>
      {json?.readable && (
        <TabPanel value="tree" className="-outline-offset-2">
          <JsonTree value={json.value} search="" />
        </TabPanel>
      )}
    </Tabs>
  );
}
