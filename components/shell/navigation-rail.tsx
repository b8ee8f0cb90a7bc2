"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Logo } from "@/components/ui/logo";
import { MenuOnDemand } from "@/components/ui/menu-on-demand";
import { CommandPalette } from "./command-palette";
import { LiveIndicator } from "./live-indicator";
import { isCurrent, useNavigation } from "./navigation";
import { NavigationLink } from "./navigation-link";
import type { Person } from "./person";
import { railCookie } from "./rail-cookie";
import { railItem, railWord, restingRailItem } from "./rail-item";
import { MoreTrigger, ThemeTrigger, UserTrigger } from "./rail-triggers";

const MoreMenu = lazy(() => import("./more-menu"));
const ThemeMenu = lazy(() => import("./theme-menu"));
const UserMenu = lazy(() => import("./user-menu"));

interface NavigationRailProps {
  person: Person;
  /** Show labels next to the icons even if the screen is not very wide. */
  isPinned: boolean;
}

/**
 * A column at the left, with labels on very wide screens or when pinned; on phones a bar with four labels at the bottom, hidden
 * while a conversation is open.
 */
export function NavigationRail({ person, isPinned: wasPinned }: NavigationRailProps) {
  const path = usePathname();
  const readsConversation = path.startsWith("/conversations/");
  const { main, administration, underMore } = useNavigation();
  const isUnderMore = underMore.some((destination) => isCurrent(destination, path));
  const [isPinned, setPinned] = useState(wasPinned);
  function togglePinned() {
    setPinned(!isPinned);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${railCookie}=${isPinned ? "" : "pinned"}; path=/; max-age=31536000; samesite=lax`;
  }
  return (
    <nav
      aria-label="Main"
      data-pinned={isPinned ? "" : undefined}
      className={classNames(
        "relative shrink-0 items-center gap-1 border-line bg-rail pb-[env(safe-area-inset-bottom)]",
        "max-md:order-last max-md:h-[calc(3.5rem+env(safe-area-inset-bottom))] max-md:justify-around max-md:border-t max-md:px-2",
        "md:w-13 md:flex-col md:border-r md:py-3 rail-wide:w-46! rail-wide:items-stretch rail-wide:px-2",
        readsConversation ? "hidden md:flex" : "flex",
      )}
    >
      <Link
        href="/"
        aria-label="Playhead"
        className="mb-3 flex items-center gap-2.5 rounded-lg font-semibold max-md:hidden rail-wide:px-1"
      >
        <Logo className="size-7 shrink-0" />
        <span className="hidden rail-wide:inline">Playhead</span>
      </Link>
      <CommandPalette />
      {main.map((destination) => (
        <NavigationLink
          key={destination.href}
          destination={destination}
          className={destination.isOnPhone ? (destination.href === "/" ? "max-md:-order-1" : "") : "max-md:hidden!"}
        />
      ))}
      <MenuOnDemand menu={<MoreMenu person={person} isCurrent={isUnderMore} />}>
        {(open) => <MoreTrigger isCurrent={isUnderMore} onClick={open} />}
      </MenuOnDemand>
      <span className="flex-1 max-md:hidden" />
      {administration.map((destination) => (
        <NavigationLink key={destination.href} destination={destination} className="max-md:hidden!" />
      ))}
      <button
        type="button"
        aria-pressed={isPinned}
        onClick={togglePinned}
        title={isPinned ? "Hide the words" : "Show the words"}
        className={classNames(railItem, restingRailItem, "max-md:hidden! min-[100rem]:hidden!")}
      >
        {isPinned ? <PanelLeftClose strokeWidth={1.75} /> : <PanelLeftOpen strokeWidth={1.75} />}
        <span className="sr-only">Navigation with words</span>
        <span aria-hidden="true" className={railWord}>
          Icons only
        </span>
      </button>
      <span className="flex flex-col items-center gap-1 max-md:absolute max-md:top-0 max-md:right-0 rail-wide:flex-row">
        <span className="max-md:hidden">
          <MenuOnDemand menu={<ThemeMenu />}>{(open) => <ThemeTrigger onClick={open} />}</MenuOnDemand>
        </span>
        <LiveIndicator />
        <span className="max-md:hidden rail-wide:ml-auto">
          <MenuOnDemand menu={<UserMenu person={person} />}>
            {(open) => <UserTrigger person={person} onClick={open} />}
          </MenuOnDemand>
        </span>
      </span>
    </nav>
  );
}
