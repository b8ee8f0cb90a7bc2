"use client";

import type { Components } from "hast-util-to-jsx-runtime";
import type { ComponentProps } from "react";
import { ExternalLink, inlineLink } from "@/components/messages/external-link";
import { InlineImage } from "@/components/messages/inline-image";
import { Code } from "./code";
import { BidiMark } from "./safe-text";

/** The components for elements of a message's text, from HTML or Markdown. */
export const richTextElements: Partial<Components> = {
  a: ({ href, children }) => (
    <ExternalLink link={href ?? ""} className={inlineLink}>
      {children}
    </ExternalLink>
  ),
  img: ({ src, alt }) => <InlineImage link={typeof src === "string" ? src : ""} alternative={alt ?? ""} />,
  bdi: ({ children }) => <BidiMark control={String(children)} />,
  code: ({ children, ...rest }) => <Code name={dataName(rest)}>{children}</Code>,
  p: ({ children }) => <div className="whitespace-pre-line">{children}</div>,
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal pl-5">
      {children}
    </ol>
  ),
  blockquote: ({ children }) => <blockquote className="border-l-2 border-line-strong pl-2.5">{children}</blockquote>,
  pre: ({ children }) => (
    <pre className="rounded-md bg-hover p-2 font-mono text-xs whitespace-pre-wrap">{children}</pre>
  ),
  table: ({ children }) => (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="border-collapse text-sm">{children}</table>
    </div>
  ),
  th: ({ children }) => <th className="border border-line px-2 py-1 text-left font-medium">{children}</th>,
  td: ({ children }) => <td className="border border-line px-2 py-1">{children}</td>,
  hr: () => <hr className="border-line" />,
};

/**
 * Headings in a message are not headings of the page, and paragraphs are not `<p>`, because senders nest elements in them that
 * HTML does not allow there.
 */
function Heading({ children }: ComponentProps<"h1">) {
  return <div className="font-semibold">{children}</div>;
}

function dataName(properties: object): string | null {
  return "data-name" in properties && typeof properties["data-name"] === "string" ? properties["data-name"] : null;
}
