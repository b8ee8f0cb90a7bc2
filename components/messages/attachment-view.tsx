"use client";

import { Download, File as FileIcon } from "lucide-react";
import { RichText } from "@/components/messages/text/rich-text";
import { SafeText } from "@/components/messages/text/safe-text";
import type { Attachment } from "@/lib/messages/parts/attachment";
import type { FileKind } from "@/lib/messages/parts/file-kind";
import { fileExtension } from "@/lib/messages/parts/file-name";
import { fileSize } from "@/lib/messages/parts/file-size";
import { withoutBidiControls } from "@/lib/text/bidi-controls";
import { safeLink } from "@/lib/text/safe-link";
import { ExternalLink, inlineLink } from "./external-link";
import { MediaGate } from "./media-gate";
import { Picture } from "./picture";

/** A file: displayed or played if the browser can, always with its name, its size if known, and its link. */
export function AttachmentView({ file, kind }: { file: Attachment; kind: FileKind }) {
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      {kind === "image" && <Picture {...file} alternative={withoutBidiControls(file.caption)} />}
      {kind === "audio" && <Sound file={file} />}
      {kind === "video" && <Film file={file} />}
      <figcaption className="flex flex-col gap-1">
        {file.caption !== "" && <RichText text={file.caption} />}
        <FileLine file={file} large={kind === "document"} />
      </figcaption>
    </figure>
  );
}

function FileLine({ file, large }: { file: Attachment; large: boolean }) {
  const extension = fileExtension(file.fileName);
  const facts = [large ? extension.toUpperCase() : "", file.sizeInBytes === null ? "" : fileSize(file.sizeInBytes)];
  const linked = safeLink(file.link) !== null;
  return (
    <span className="flex min-w-0 items-center gap-2">
      {large && <FileIcon aria-hidden className="size-5 shrink-0 text-muted" />}
      <span className="min-w-0">
        <ExternalLink
          link={file.link}
          className={large ? `font-medium break-all ${inlineLink}` : `text-xs break-all text-muted ${inlineLink}`}
        >
          <SafeText text={file.fileName} />
        </ExternalLink>
        <span className="ml-2 text-xs whitespace-nowrap text-muted">
          {facts.filter((fact) => fact !== "").join(" · ")}
          {large && file.link === "" && " no link was sent"}
        </span>
      </span>
      {large && linked && <Download aria-hidden className="ml-2 size-4 shrink-0 text-muted print:hidden" />}
    </span>
  );
}

function Sound({ file }: { file: Attachment }) {
  return (
    <MediaGate link={file.link} fileName={file.fileName} kind="audio">
      {(href, fail) => (
        // biome-ignore lint/a11y/useMediaCaption: a visitor's recording comes without captions
        <audio
          controls
          preload="metadata"
          src={href}
          onError={fail}
          aria-label={`Audio ${withoutBidiControls(file.fileName)}`}
          className="h-10 w-72 max-w-full print:hidden"
        />
      )}
    </MediaGate>
  );
}

function Film({ file }: { file: Attachment }) {
  return (
    <MediaGate link={file.link} fileName={file.fileName} kind="video">
      {(href, fail) => (
        // biome-ignore lint/a11y/useMediaCaption: a visitor's film comes without captions
        <video
          controls
          preload="metadata"
          src={href}
          onError={fail}
          aria-label={`Video ${withoutBidiControls(file.fileName)}`}
          className="h-52 w-80 max-w-full rounded-lg bg-hover print:hidden"
        />
      )}
    </MediaGate>
  );
}
