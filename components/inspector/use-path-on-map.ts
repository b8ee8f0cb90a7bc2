"use client";

import { Workflow } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useCan } from "@/components/access/viewer-context";
import { type Command, useCommands } from "@/components/commands/commands";
import { pathOnMap } from "@/components/flows/flow-path";
import type { Conversation } from "@/lib/conversation/conversation";
import { useKey } from "./use-key";

/** `b` and a command lead to the map of the conversation's bot, with its path. */
export function usePathOnMap({ bot, key, createdAt }: Pick<Conversation, "bot" | "key" | "createdAt">): void {
  const router = useRouter();
  const isAllowed = useCan("analytics");
  const href = bot === null || !isAllowed ? null : pathOnMap(bot.id, { key, createdAt });
  useKey("b", () => {
    if (href !== null) router.push(href);
  });
  const commands = useMemo(
    (): Command[] =>
      href === null
        ? []
        : [
            {
              ...{ id: "path-on-map", title: "Path on the bot's map", group: "This conversation", icon: Workflow },
              ...{ keys: ["b"], keywords: ["flow", "prompts"], run: () => router.push(href) },
            },
          ],
    [href, router],
  );
  useCommands(commands);
}
