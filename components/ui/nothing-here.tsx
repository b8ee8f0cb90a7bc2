import { SearchX } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

/** Shown when nothing with the URL's key or id was received, with a link to the inbox. */
export function NothingHere({
  title,
  heading,
  children,
}: {
  title: string;
  heading?: "h1" | undefined;
  children: ReactNode;
}) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={title}
      heading={heading}
      className="h-full"
      action={
        <Button asChild>
          <Link href="/">Go to the inbox</Link>
        </Button>
      }
    >
      {children}
    </EmptyState>
  );
}
