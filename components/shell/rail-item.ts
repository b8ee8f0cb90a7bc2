/** Classes of a navigation link or button: an icon, with a label next to it on wide screens and below it on phones. */
export const railItem =
  "relative flex shrink-0 items-center justify-center rounded-lg border transition-colors [&_svg]:size-[1.125rem] [&_svg]:shrink-0 " +
  "max-md:h-12 max-md:min-w-14 max-md:flex-col max-md:gap-0.5 max-md:text-2xs " +
  "md:size-9 md:coarse:size-11 rail-wide:h-9! rail-wide:w-full! rail-wide:justify-start rail-wide:gap-3 rail-wide:px-2.5 rail-wide:text-sm";

/** The label next to or below the icon; screen readers use the accessible name. */
export const railWord = "md:hidden rail-wide:inline";

export const restingRailItem = "border-transparent text-muted hover:bg-line/60 hover:text-text";
export const currentRailItem =
  "border-line bg-pane text-text max-md:border-transparent max-md:bg-transparent max-md:font-medium";
