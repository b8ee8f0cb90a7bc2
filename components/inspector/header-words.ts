/** A header button that shows its label on wide screens. */
export const wordButton = "@2xl:w-auto! @2xl:gap-1.5 @2xl:px-2";
export const wordOfButton = "hidden text-sm @2xl:inline";
