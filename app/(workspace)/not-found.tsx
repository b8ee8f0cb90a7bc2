import { NothingHere } from "@/components/ui/nothing-here";

/** Inside the frame: the page exists, but not what it was asked to show. */
export default function NotFoundInWorkspace() {
  return (
    <NothingHere title="Not found" heading="h1">
      We haven't received anything for this address. It may be mistyped, or its events may have been removed.
    </NothingHere>
  );
}
