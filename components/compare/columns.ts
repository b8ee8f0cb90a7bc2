/** The columns that all parts of the comparison share: what is compared, A, and B. */
export const comparedColumns =
  "grid grid-cols-[5rem_minmax(0,1fr)_minmax(0,1fr)] sm:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]";
/** The same for tables. */
export const termColumn = "w-20 sm:w-40";
/** The space around what stands in a column of A or B. */
export const cellSpace = "px-1.5 sm:px-3";
