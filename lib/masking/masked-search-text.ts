import { searchTextOf } from "@/lib/event-types/search-text";
import type { Event } from "@/lib/events/event";
import { maskEvent, type PersonalFields } from "./mask-event";
import { maskText, spansIn } from "./mask-text";
import type { Masking } from "./masking";

/**
 * The searchable text of an event for masked viewers; null if it is the same as for others.
 *
 * @param searchText its searchable text, folded
 */
export function maskedSearchText(
  event: Event,
  { searchText, fields, masking }: { searchText: string; fields: PersonalFields; masking: Masking },
): string | null {
  if (!masking.known.isTooMany && !fields.isFound && spansIn(searchText, masking.known).length === 0) return null;
  return maskText(searchTextOf(maskEvent(event, masking)), masking.known);
}
