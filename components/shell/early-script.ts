import { earlyKeysScript } from "@/components/ui/keys/early-keys";

/** Contains the user's time zone, so that the server formats times like the browser. */
export const zoneCookie = "playhead_zone";

const zoneScript = `try {
  document.cookie = "${zoneCookie}=" + encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone) + "; path=/; max-age=31536000; samesite=lax";
} catch (_) {}`;

/** Runs before hydration. */
export const earlyScript = `${earlyKeysScript}\n${zoneScript}`;
