/** A table of numbers: the first column has names. */
export const cellsTable =
  "w-full text-sm [&_td]:px-2 [&_td]:py-1 [&_td]:text-right [&_th]:px-2 [&_th]:py-1 [&_th]:font-normal " +
  "[&_thead_th]:text-right [&_thead_th]:text-xs [&_thead_th]:text-muted [&_tr>*:first-child]:pl-0 [&_tr>*:first-child]:text-left " +
  "[&_tbody_tr]:border-t [&_tbody_tr]:border-line";
