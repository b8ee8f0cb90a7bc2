import { classNames } from "./class-names";

/** A grey placeholder for text; give it the size of the text, so that nothing moves later. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden="true" className={classNames("block animate-pulse rounded bg-line", className)} />;
}
