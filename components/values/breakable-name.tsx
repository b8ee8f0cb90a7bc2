import { Fragment } from "react";

/** Lets a long name break after its underscores rather than within a word. */
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
