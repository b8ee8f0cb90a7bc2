/** A button of the header that says its name where there is room. */
export const wordButton = "@xl:w-auto! @xl:gap-1.5 @xl:px-2";
export const wordOfButton = "hidden text-sm @xl:inline";
