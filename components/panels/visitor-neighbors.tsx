"use client";

import { ChevronLeft, ChevronRight, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { type Command, useCommands } from "@/components/commands/commands";
import { Tooltip } from "@/components/ui/tooltip";
import type { Visitor } from "@/lib/api/schemas/visitor";

interface VisitorNeighborsProps {
  conversations: Visitor["conversations"];
  conversationKey: string;
}

/** Links to the visitor's previous and next conversation, in the order in which they started. Nothing if there is only one. */
export function VisitorNeighbors({ conversations, conversationKey }: VisitorNeighborsProps) {
  const router = useRouter();
  const neighbors = useMemo(() => neighborsOf(conversations, conversationKey), [conversations, conversationKey]);
  useCommands(
    useMemo(
      () =>
        neighbors.map(
          ({ name, icon, href }): Command => ({
            ...{ id: name, title: name, group: "This conversation", icon },
            run: () => router.push(href),
          }),
        ),
      [neighbors, router],
    ),
  );
  return neighbors.map(({ name, title, icon: Icon, href }) => (
    <Tooltip key={name} label={`${name}: ${title}`}>
      <Link
        href={href}
        aria-label={name}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text coarse:size-8"
      >
        <Icon aria-hidden="true" className="size-4" />
      </Link>
    </Tooltip>
  ));
}

interface Neighbor {
  name: string;
  title: string;
  icon: LucideIcon;
  href: string;
}

function neighborsOf(conversations: Visitor["conversations"], conversationKey: string): Neighbor[] {
  const ordered = conversations.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const place = ordered.findIndex(({ key }) => key === conversationKey);
  if (place === -1) return [];
  const steps = [
    { step: -1, name: "Visitor’s previous conversation", icon: ChevronLeft },
    { step: 1, name: "Visitor’s next conversation", icon: ChevronRight },
  ];
  return steps.flatMap(({ step, name, icon }) => {
    const neighbor = ordered[place + step];
    if (neighbor === undefined) return [];
    return [{ name, icon, title: neighbor.title, href: `/conversations/${encodeURIComponent(neighbor.key)}` }];
  });
}
