import { earlyKeysScript } from "@/components/ui/keys/early-keys";

/** Holds the reader's time zone, so that the server writes times as the browser will. */
export const zoneCookie = "playhead_zone";

const zoneScript = `try {
  document.cookie = "${zoneCookie}=" + encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone) + "; path=/; max-age=31536000; samesite=lax";
} catch (_) {}`;

/** Runs before React does. */
export const earlyScript = `${earlyKeysScript}\n${zoneScript}`;
