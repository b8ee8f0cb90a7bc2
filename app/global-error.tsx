"use client";

import { GeistSans } from "geist/font/sans";
import { PageError, type PageErrorProps } from "@/components/shell/page-error";
import "./globals.css";

/** Stands in for the whole page where even its frame broke. */
export default function GlobalError(props: PageErrorProps) {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body>
        <title>Playhead: an error</title>
        <main className="h-dvh">
          <PageError {...props} />
        </main>
      </body>
    </html>
  );
}
