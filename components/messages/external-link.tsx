import type { ReactNode } from "react";
import { SafeText } from "@/components/messages/text/safe-text";
import { safeLink } from "@/lib/text/safe-link";

export interface ExternalLinkProps {
  /** As sent. Only http, https, mailto and tel are linked; others are shown as text. */
  link: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A link to another site: without opener, referrer and tracking parameters. */
export function ExternalLink({ link, className, children }: ExternalLinkProps) {
  const safe = safeLink(link);
  if (safe === null) {
    return (
      <span>
        {children}
        {link !== "" && (
          <span className="ml-1 text-xs text-muted">
            (link not followed: <SafeText text={link.length > 80 ? `${link.slice(0, 80)}…` : link} />)
          </span>
        )}
      </span>
    );
  }
  return (
    <a href={safe.href} title={safe.href} target="_blank" rel="noopener noreferrer nofollow" className={className}>
      {children}
    </a>
  );
}

export const inlineLink = "underline decoration-1 underline-offset-2 decoration-current/40 hover:decoration-current";
