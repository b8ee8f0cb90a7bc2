"use client";

import { FileImage } from "lucide-react";
import { useCallback } from "react";
import { SafeText } from "@/components/messages/text/safe-text";
import { isVectorImage } from "@/lib/messages/parts/is-vector-image";
import { withoutBidiControls } from "@/lib/text/bidi-controls";
import { ExternalLink, inlineLink } from "./external-link";
import { MediaGate } from "./media-gate";

export interface PictureProps {
  link: string;
  fileName: string;
  mimeType: string;
  /** The alternative text, if sent. */
  alternative: string;
  className?: string | undefined;
}

/** A picture in a box of fixed height, to avoid layout shifts. SVG is only linked. */
export function Picture({ link, fileName, mimeType, alternative, className }: PictureProps) {
  if (isVectorImage({ link, fileName, mimeType })) {
    return (
      <span className="inline-flex items-center gap-1.5 text-sm">
        <FileImage aria-hidden className="size-4 shrink-0 text-muted" />
        <ExternalLink link={link} className={inlineLink}>
          <SafeText text={fileName} />
        </ExternalLink>
        <span className="text-xs text-muted">SVG, not displayed</span>
      </span>
    );
  }
  return (
    <MediaGate link={link} fileName={fileName} kind="image">
      {(href, fail) => (
        <ExternalLink link={link} className={className ?? "block h-52 w-fit max-w-full print:h-auto"}>
          <Loaded href={href} alternative={alternative || withoutBidiControls(fileName)} fail={fail} />
        </ExternalLink>
      )}
    </MediaGate>
  );
}

function Loaded({ href, alternative, fail }: { href: string; alternative: string; fail: () => void }) {
  // A picture that failed before hydration fires no event.
  const check = useCallback(
    (image: HTMLImageElement | null) => {
      if (image?.complete && image.naturalWidth === 0 && image.currentSrc !== "") fail();
    },
    [fail],
  );
  return (
    // biome-ignore lint/performance/noImgElement: next/image would fetch a visitor's link on the server
    <img
      ref={check}
      src={href}
      alt={alternative}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={fail}
      className="size-full min-w-24 rounded-lg bg-hover object-contain print:max-h-96 print:w-auto"
    />
  );
}
