"use client";

import { Download, ImageOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { withoutBidiControls } from "@/lib/messages/bidi-controls";
import { isMediaHost } from "@/lib/messages/media-host";
import { type SafeLink, safeLink } from "@/lib/messages/safe-link";
import { useMediaHosts } from "./media-hosts";

export interface MediaGateProps {
  link: string;
  fileName: string;
  /** "image", "audio", "video": what the button says it loads. */
  kind: string;
  /** Draws the media; `fail` puts the fallback in its place. */
  children: (href: string, fail: () => void) => ReactNode;
}

/** Lets media of known hosts through, asks before loading those of others, and stands in for those that are gone. */
export function MediaGate({ link, fileName, kind, children }: MediaGateProps) {
  const hosts = useMediaHosts();
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const safe = safeLink(link);
  if (safe === null || !isWeb(safe))
    return <Missing reason={link === "" ? "sent without a link" : "not a web address"} />;
  if (failed) return <Missing reason="not available any more" />;
  if (isMediaHost(safe.href, hosts) || asked) return children(safe.href, () => setFailed(true));
  return (
    <button
      type="button"
      onClick={() => setAsked(true)}
      aria-label={`Load ${kind} ${withoutBidiControls(fileName)} from ${safe.destination}`}
      className="inline-flex max-w-full items-center gap-1.5 rounded-lg border border-dashed border-line-strong bg-pane px-3 py-2 text-left text-sm text-muted hover:text-text"
    >
      <Download aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">
        Load {kind} from <bdi className="break-all text-text">{safe.destination}</bdi>
      </span>
    </button>
  );
}

function Missing({ reason }: { reason: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 rounded-lg border border-dashed border-line-strong bg-pane px-3 py-2 text-sm text-muted">
      <ImageOff aria-hidden className="size-4 shrink-0" />
      {reason}
    </span>
  );
}

function isWeb(link: SafeLink): boolean {
  return link.protocol === "https" || link.protocol === "http";
}
