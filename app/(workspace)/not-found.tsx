import { NothingHere } from "@/components/ui/nothing-here";

/** Shown inside the frame when a page's record does not exist. */
export default function NotFoundInWorkspace() {
  return (
    <NothingHere title="Not found" heading="h1">
      We haven't received anything for this address. It may be mistyped, or its events may have been removed.
    </NothingHere>
  );
}
