import { fewestShown } from "@/lib/analytics/reasons";

/** Says what masked viewers do not see of a flow. */
export function LeftOutNote({ isMasked }: { isMasked: boolean }) {
  if (!isMasked) return null;
  return (
    <p>
      Numbers, titles and ways of fewer than {fewestShown} conversations are hidden or left out, and personal values in
      titles are masked: you do not have the permission to see personal data.
    </p>
  );
}
