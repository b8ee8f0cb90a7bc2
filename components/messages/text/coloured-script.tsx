"use client";

import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { useMemo } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { highlight } from "./highlight";

/** The highlighter's output is drawn as text in spans and nothing else. */
export default function ColouredScript({ script }: { script: string }) {
  const tree = useMemo(() => highlight(script), [script]);
  return tree === null ? script : toJsxRuntime(tree, { Fragment, jsx, jsxs });
}
