/** The grid columns shared by all parts of the comparison: label, A, and B. */
export const comparedColumns =
  "grid grid-cols-[5rem_minmax(0,1fr)_minmax(0,1fr)] sm:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]";
/** The same for tables. */
export const termColumn = "w-20 sm:w-40";
/** Padding of a cell in column A or B. */
export const cellSpace = "px-1.5 sm:px-3";
