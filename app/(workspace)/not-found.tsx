import { SearchX } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Inside the frame: the page exists, but not what it was asked to show. */
export default function NotFoundInWorkspace() {
  return (
    <EmptyState
      icon={<SearchX />}
      title="This does not exist"
      heading="h1"
      className="h-full"
      action={
        <Button asChild>
          <Link href="/">Go to the inbox</Link>
        </Button>
      }
    >
      Nothing was received under this address. It may be mistyped, or its events may have been removed.
    </EmptyState>
  );
}
