/** A header button that shows its label on wide screens. */
export const wordButton = "@min-[40rem]:w-auto! @min-[40rem]:gap-1.5 @min-[40rem]:px-2";
export const wordOfButton = "hidden text-sm @min-[40rem]:inline";
