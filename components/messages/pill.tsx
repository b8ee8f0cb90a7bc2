import { Check, ExternalLink as ExternalIcon } from "lucide-react";
import { PlainLine, SafeText } from "@/components/messages/text/safe-text";
import { classNames } from "@/components/ui/class-names";
import { safeLink } from "@/lib/text/safe-link";
import { ExternalLink } from "./external-link";

export interface PillProps {
  /** May be HTML. */
  title: string;
  /** The link target, "" if it only answers. */
  webUrl?: string;
  chosen?: boolean;
  /** One of several that can be chosen together. */
  multiple?: boolean;
  /** Full width, stacked. */
  wide?: boolean;
}

/** A button as the visitor saw it: outlined, or filled with the visitor's hue if chosen. */
export function Pill({ title, webUrl = "", chosen = false, multiple = false, wide = false }: PillProps) {
  const look = classNames(
    "contained inline-flex min-h-7 max-w-full min-w-0 flex-wrap items-center gap-x-1.5 border px-3 py-0.5 text-sm print:break-inside-avoid",
    wide ? "w-full justify-center rounded-lg" : "rounded-2xl",
    chosen ? "border-visitor bg-visitor-soft font-medium text-visitor" : "border-line-strong bg-pane text-text/85",
  );
  const label = (
    <>
      {chosen ? (
        <Check aria-hidden className="size-3.5 shrink-0" />
      ) : (
        multiple && <span aria-hidden className="size-3 shrink-0 rounded-sm border border-line-strong" />
      )}
      {chosen && <span className="sr-only">Chosen: </span>}
      <span className="min-w-0">
        <PlainLine html={title === "" ? "(no title)" : title} />
      </span>
    </>
  );
  const destination = webUrl === "" ? null : safeLink(webUrl);
  if (webUrl === "") return <span className={look}>{label}</span>;
  if (destination === null) {
    return (
      <span className={look}>
        {label}
        <span className="text-xs text-muted">
          link not followed: <SafeText text={webUrl.slice(0, 80)} />
        </span>
      </span>
    );
  }
  return (
    <ExternalLink link={webUrl} className={classNames(look, "hover:bg-hover")}>
      {label}
      <span className="inline-flex min-w-0 items-center gap-1 text-xs break-all text-muted">
        <ExternalIcon aria-hidden className="size-3 shrink-0" />
        <SafeText text={destination.destination} />
      </span>
    </ExternalLink>
  );
}
