import {
  type DeliveryFilters,
  deliveryFilterKeys,
  deliveryFilterOf,
  noDeliveryFilters,
  withDeliveryValue,
} from "./delivery-filters";

/**
 * Parses filters from a page's URL. Invalid ones are dropped, so that an old link still opens a list, and reported: `status=abc
 * must be "200" or "400"`.
 */
export function readDeliveryFilters(parameters: URLSearchParams): { filters: DeliveryFilters; ignored: string[] } {
  let filters = noDeliveryFilters;
  const ignored: string[] = [];
  for (const key of deliveryFilterKeys) {
    for (const text of parameters.getAll(key)) {
      const read = deliveryFilterOf(key).read(text);
      if ("problem" in read) ignored.push(`${key}=${text} ${read.problem}`);
      else filters = withDeliveryValue(filters, key, read.value);
    }
  }
  return { filters, ignored };
}
