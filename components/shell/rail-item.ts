/** How a button or link of the navigation looks: an icon, with its word where there is room, and below it on the phone. */
export const railItem =
  "relative flex shrink-0 items-center justify-center rounded-lg border transition-colors [&_svg]:size-[1.125rem] [&_svg]:shrink-0 " +
  "max-md:h-12 max-md:min-w-16 max-md:flex-col max-md:gap-0.5 max-md:text-2xs " +
  "md:size-9 md:coarse:size-11 rail-wide:h-9! rail-wide:w-full! rail-wide:justify-start rail-wide:gap-3 rail-wide:px-2.5 rail-wide:text-sm";

/** The word beside or below the icon; screen readers have it from elsewhere. */
export const railWord = "md:hidden rail-wide:inline";

export const restingRailItem = "border-transparent text-muted hover:bg-line/60 hover:text-text";
export const currentRailItem =
  "border-line bg-pane text-text max-md:border-transparent max-md:bg-transparent max-md:font-medium";
