import { Fragment } from "react";

/** Allows a line break after underscores of a long name instead of within a word. */
export function BreakableName({ name }: { name: string }) {
  let offset = 0;
  return name.split(/(?<=_)/).map((part) => {
    offset += part.length;
    return (
      <Fragment key={offset}>
        {part}
        <wbr />
      </Fragment>
    );
  });
}
