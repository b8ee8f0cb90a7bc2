import { NothingHere } from "@/components/ui/nothing-here";

/** Inside the frame: the page exists, but not what it was asked to show. */
export default function NotFoundInWorkspace() {
  return (
    <NothingHere title="This does not exist" heading="h1">
      Nothing was received under this address. It may be mistyped, or its events may have been removed.
    </NothingHere>
  );
}
