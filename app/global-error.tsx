"use client";

import { GeistSans } from "geist/font/sans";
import { PageError, type PageErrorProps } from "@/components/shell/page-error";
import "./globals.css";

/** Replaces the whole page when its layout fails. */
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
