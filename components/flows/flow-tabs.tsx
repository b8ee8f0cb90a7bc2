import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import { flowHref, flowsHref, funnelHref, wiringHref } from "./flow-href";
import { TabLink } from "./tab-link";

interface FlowTabsProps {
  search: AnalyticsSearch;
  bot: string;
  current: "map" | "wiring" | null;
}

/** The pages about a bot. */
export function FlowTabs({ search, bot, current }: FlowTabsProps) {
  const tabs = [
    { id: "map", name: "Map", href: flowHref(search, bot) },
    { id: "wiring", name: "Wiring", href: wiringHref(search, bot) },
    { id: "funnel", name: "Funnel", href: funnelHref(search, bot) },
  ] as const;
  return (
    <nav aria-label="Flow" className="flex items-center">
      {tabs.map(({ id, name, href }) => (
        <TabLink key={id} href={href} current={id === current ? "page" : undefined}>
          {name}
        </TabLink>
      ))}
    </nav>
  );
}

/** From the page of metrics to the bots. */
export function FlowsLink({ search }: { search: AnalyticsSearch }) {
  return <TabLink href={flowsHref(search)}>Flows</TabLink>;
}

interface AboveProps {
  href: string;
  children: string;
}

/** The page that this one belongs to. */
export function Above({ href, children }: AboveProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="-ml-1 mb-0.5 inline-flex items-center gap-0.5 text-xs text-muted hover:text-text coarse:py-2"
    >
      <ChevronLeft aria-hidden="true" className="size-3.5" />{" "}
      <bdi dir="auto" className="max-w-80 truncate">
        {children}
      </bdi>
    </Link>
  );
}

/** All bots, above a bot's map. */
export function AboveMap({ search }: { search: AnalyticsSearch }) {
  return <Above href={flowsHref(search)}>Flows</Above>;
}
