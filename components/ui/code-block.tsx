import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { CopyButton } from "./copy-button";

export interface CodeBlockProps {
  /** The text to copy, shown unmodified unless `children` render it (for example highlighted). */
  code: string;
  children?: ReactNode;
  /** The block's accessible name, also used by the copy button. */
  label: string;
  wrap?: boolean | undefined;
  className?: string | undefined;
}

export function CodeBlock({ code, children, label, wrap = false, className }: CodeBlockProps) {
  return (
    <div className={classNames("relative rounded-lg border border-line bg-background", className)}>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-auto rounded-lg py-2.5 pr-11 pl-3"
      >
        <pre className={classNames("font-mono text-xs", wrap && "break-all wrap-anywhere whitespace-pre-wrap")}>
          <code>{children ?? code}</code>
        </pre>
      </section>
      <CopyButton text={code} label={`Copy ${label}`} className="absolute top-1 right-1 bg-background" />
    </div>
  );
}
