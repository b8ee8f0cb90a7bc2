import "server-only";
import { digestOf } from "@/lib/store/erasure/tombstones";

/** What skeletons have in place of a visitor's key. */
export function erasedVisitorKey(key: Buffer, visitorKey: string): string {
  return `erased-${digestOf(key, "visitor", visitorKey).toString("hex")}`;
}
