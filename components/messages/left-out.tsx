"use client";

import { EyeOff } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";

const ShowRaw = createContext<(() => void) | null>(null);

/** Provides a function to open the raw event; null for those who may not see it. */
export function RawAccess({ onShow, children }: { onShow: (() => void) | null; children: ReactNode }) {
  return <ShowRaw.Provider value={onShow}>{children}</ShowRaw.Provider>;
}

/** Opens the raw event; null if not available. */
export function useShowRaw(): (() => void) | null {
  return useContext(ShowRaw);
}

const maxNamed = 4;

/** Lists the parts of a message's markup that are not displayed, and links to the raw event. */
export function LeftOut({ names }: { names: readonly string[] }) {
  const showRaw = useShowRaw();
  if (names.length === 0) return null;
  const others = names.length - maxNamed;
  const text = `Left out: ${names.slice(0, maxNamed).join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
  const look = "mt-1 flex w-fit items-center gap-1 text-2xs text-muted";
  const content = (
    <>
      <EyeOff aria-hidden className="size-3 shrink-0" />
      <span className="min-w-0 text-left">{text}</span>
    </>
  );
  if (showRaw === null) return <span className={look}>{content}</span>;
  return (
    <button
      type="button"
      onClick={showRaw}
      title="Show the event as received"
      className={`${look} hover:text-text hover:underline`}
    >
      {content}
    </button>
  );
}
