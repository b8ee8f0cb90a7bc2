import { classNames } from "./class-names";

/** A grey bar where text will stand; give it the size of what it stands for, so that nothing moves later. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden="true" className={classNames("block animate-pulse rounded bg-line", className)} />;
}
