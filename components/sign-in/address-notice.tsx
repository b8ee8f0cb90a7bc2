"use client";

import { useSyncExternalStore } from "react";
import { isBelowAppUrl } from "./is-below-app-url";

/** Shows the correct sign-in URL if the browser would drop the session's cookie at the present one. */
export function AddressNotice({ appUrl }: { appUrl: string }) {
  const opened = useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => null,
  );
  if (opened === null || !isBelowAppUrl(opened, appUrl)) return null;
  const here = new URL(`${window.location.pathname}${window.location.search}`, appUrl);
  return (
    <p role="alert" className="mb-6 rounded-md border border-line p-3 text-pretty">
      You opened this page over http, but APP_URL is {appUrl}, and a browser keeps you signed in only there. Open{" "}
      <a href={here.href} className="underline">
        {here.host} over https
      </a>
      .
    </p>
  );
}
