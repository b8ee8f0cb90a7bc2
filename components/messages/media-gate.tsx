"use client";

import { Download, ExternalLink, ImageOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { mayLoad } from "@/lib/messages/parts/may-load";
import { withoutBidiControls } from "@/lib/text/bidi-controls";
import { type SafeLink, safeLink } from "@/lib/text/safe-link";
import { useMediaHosts } from "./media-hosts";
import { useMediaSender } from "./media-sender";

export interface MediaGateProps {
  link: string;
  fileName: string;
  /** "image", "audio", "video": used in the label of the button. */
  kind: string;
  /** Renders the media; `fail` replaces it by the fallback. */
  children: (href: string, fail: () => void) => ReactNode;
}

/** Loads media immediately, on a click, or only in a new tab, as decided by `mayLoad`; shows a fallback if loading fails. */
export function MediaGate({ link, fileName, kind, children }: MediaGateProps) {
  const hosts = useMediaHosts();
  const sender = useMediaSender();
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const safe = safeLink(link);
  if (safe === null || !isWeb(safe))
    return <Missing reason={link === "" ? "sent without a link" : "not a web address"} />;
  if (failed) return <Missing reason="no longer available" />;
  const loading = mayLoad(safe.href, sender, hosts);
  if (loading === "new-tab") return <NewTab link={safe} kind={kind} fileName={fileName} />;
  if (loading === "now" || asked) return children(safe.href, () => setFailed(true));
  return (
    <button
      type="button"
      onClick={() => setAsked(true)}
      aria-label={`Load ${kind} ${withoutBidiControls(fileName)} from ${safe.destination}`}
      className={offer}
    >
      <Download aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">
        Load {kind} from <bdi className="break-all text-text">{safe.destination}</bdi>
      </span>
    </button>
  );
}

function NewTab({ link, kind, fileName }: { link: SafeLink; kind: string; fileName: string }) {
  return (
    <a
      href={link.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title="This host is not in MEDIA_HOSTS, so nothing from it loads in this page."
      aria-label={`Open ${kind} ${withoutBidiControls(fileName)} from ${link.destination} in a new tab`}
      className={offer}
    >
      <ExternalLink aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">
        Open {kind} from <bdi className="break-all text-text">{link.destination}</bdi> in a new tab
      </span>
    </a>
  );
}

const offer =
  "inline-flex max-w-full items-center gap-1.5 rounded-lg border border-dashed border-line-strong bg-pane px-3 py-2 text-left text-sm text-muted hover:text-text";

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
