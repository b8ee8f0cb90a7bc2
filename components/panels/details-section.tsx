"use client";

import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { InstantTime } from "@/components/timeline/instant-time";
import { useTimeDisplay } from "@/components/timeline/time-display";
import type { Conversation } from "@/lib/conversation/conversation";
import { PanelSection } from "./panel-section";
import { platformLink } from "./platform-link";

/** What the platform says of the conversation as a whole. */
export function DetailsSection({ conversation }: { conversation: Conversation }) {
  const { day } = useTimeDisplay();
  const { account, bot, channel, createdAt, lastEventAt } = conversation;
  const link = platformLink(conversation);
  const from = (name: string) => textOf(conversation.variables[name]?.value);
  const moment = (instant: string) => (
    <>
      {day(instant)}, <InstantTime instant={instant} />
    </>
  );
  const facts: [term: string, fact: ReactNode][] = [
    ["Title", conversation.title],
    ["Channel", channel?.name],
    ["Bot", bot && (bot.name ? `${bot.name} (${bot.id})` : bot.id)],
    ["Created", moment(createdAt)],
    ["Last event", moment(lastEventAt)],
    ["Browser", from("browser")],
    ["System", from("os") ?? from("operating_system")],
    ["Language", from("browser_language")],
    ["Time zone", from("timezone")],
    ["IP address", from("ip_address")],
    ["Source page", from("source_url")],
    ["Referrer", from("referrer_url")],
    ["Key", <Code key="key">{conversation.key}</Code>],
    ["External key", conversation.externalKey && <Code>{conversation.externalKey}</Code>],
    ["Id", conversation.id && <Code>{conversation.id}</Code>],
    ["Account", <Code key="account">{account.id ?? account.key}</Code>],
  ];

  return (
    <PanelSection title="Details">
      <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs">
        {facts.map(([term, fact]) =>
          fact ? (
            <div key={term} className="contents">
              <dt className="text-muted">{term}</dt>
              <dd className="tabular [overflow-wrap:anywhere]">{fact}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {link && (
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          className="mt-2 inline-flex items-center gap-1.5 text-xs underline underline-offset-2 hover:text-accent"
        >
          Open on the platform
          <ExternalLink aria-hidden="true" className="size-3" />
        </a>
      )}
    </PanelSection>
  );
}

function Code({ children }: { children: ReactNode }) {
  return <code className="font-mono text-2xs">{children}</code>;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : null;
}
