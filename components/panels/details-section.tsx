"use client";

import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { InstantTime } from "@/components/times/instant-time";
import { useTimeDisplay } from "@/components/times/time-display";
import { channelName } from "@/components/ui/channel-name";
import { EndKept } from "@/components/values/end-kept";
import type { Conversation } from "@/lib/conversation/conversation";
import { CauseLink } from "./cause-link";
import type { FactCauses } from "./fact-causes";
import { PanelSection } from "./panel-section";
import { platformLink } from "./platform-link";

interface DetailsSectionProps {
  conversation: Conversation;
  /** The events that the facts come from. */
  causes: FactCauses;
}

/** Facts about the whole conversation; each links to the event that set it. */
export function DetailsSection({ conversation, causes }: DetailsSectionProps) {
  const { shortDay, dayKey } = useTimeDisplay();
  const { account, bot, channel, createdAt, lastEventAt, variables } = conversation;
  const link = platformLink(conversation);
  const from = (...names: string[]): [ReactNode, string | null] => {
    const variable = names.map((name) => variables[name]).find((known) => textOf(known?.value) !== null);
    const text = textOf(variable?.value);
    return [text && <EndKept text={text} />, variable?.eventId ?? null];
  };
  const moment = (instant: string) => (
    <>
      {shortDay(instant)} {dayKey(instant).slice(0, 4)}, <InstantTime instant={instant} />
    </>
  );
  const facts: [term: string, fact: ReactNode, cause: string | null][] = [
    ["Title", <EndKept key="title" text={conversation.title} />, causes.title],
    ["Channel", channel && <EndKept text={channelName(channel.name)} />, causes.channel],
    ["Bot", bot && <EndKept text={bot.name ? `${bot.name} (${bot.id})` : bot.id} />, causes.bot],
    ["Created", moment(createdAt), causes.created],
    ["Last event", moment(lastEventAt), causes.lastEvent],
    ["Browser", ...from("browser")],
    ["System", ...from("os", "operating_system")],
    ["Language", ...from("browser_language")],
    ["Time zone", ...from("timezone")],
    ["IP address", ...from("ip_address")],
    ["Source page", ...from("source_url")],
    ["Referrer", ...from("referrer_url")],
    ["Key", <Code key="key">{conversation.key}</Code>, causes.envelope],
    ["External key", conversation.externalKey && <Code>{conversation.externalKey}</Code>, causes.created],
    ["Id", conversation.id && <Code>{conversation.id}</Code>, causes.envelope],
    ["Account", <Code key="account">{account.id ?? account.key}</Code>, causes.envelope],
  ];

  return (
    <PanelSection title="Details">
      <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 text-xs">
        {facts.map(([term, fact, cause]) =>
          fact ? (
            <div key={term} className="contents">
              <dt className="flex min-h-6 items-center text-muted">{term}</dt>
              <dd className="tabular flex min-h-6 items-center [overflow-wrap:anywhere]">
                <CauseLink eventId={cause} className="min-w-0">
                  {fact}
                </CauseLink>
              </dd>
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
