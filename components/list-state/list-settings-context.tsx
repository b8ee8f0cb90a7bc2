"use client";

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { type ListSettings, readListSettings, writeListSettings } from "@/lib/api/list-settings";
import { listSettingsCookie } from "./list-settings-cookie";

export interface ListSettingsState {
  settings: ListSettings;
  change: (part: Partial<ListSettings>) => void;
}

const Context = createContext<ListSettingsState | null>(null);

/**
 * The list's layout settings. They are stored in a cookie on this device, so that the server renders the same list as the
 * browser.
 *
 * @param initial from the request's cookie
 */
export function ListSettingsProvider({ initial, children }: { initial: ListSettings; children: ReactNode }) {
  const [settings, setSettings] = useState(() => (typeof document === "undefined" ? initial : remembered()));
  const change = useCallback((part: Partial<ListSettings>) => {
    setSettings((before) => {
      const next = { ...before, ...part };
      remember(next);
      return next;
    });
  }, []);
  const state = useMemo(() => ({ settings, change }), [settings, change]);
  return <Context value={state}>{children}</Context>;
}

export function useListSettings(): ListSettingsState {
  const state = use(Context);
  if (!state) throw new Error("useListSettings is used outside ListSettingsProvider");
  return state;
}

function remembered(): ListSettings {
  const start = `${listSettingsCookie}=`;
  const found = document.cookie.split("; ").find((cookie) => cookie.startsWith(start));
  return readListSettings(found === undefined ? undefined : decodeURIComponent(found.slice(start.length)));
}

function remember(settings: ListSettings): void {
  const aYear = 365 * 24 * 3600;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${listSettingsCookie}=${encodeURIComponent(writeListSettings(settings))}; path=/; max-age=${aYear}; samesite=lax`;
}
