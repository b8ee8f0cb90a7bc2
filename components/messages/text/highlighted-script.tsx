"use client";

import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { useMemo } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { highlight, withVisibleControls } from "./highlight";

/** A script as coloured text. It is never run; the highlighter's output is drawn as text in spans and nothing else. */
export function HighlightedScript({ script }: { script: string }) {
  const visible = useMemo(() => withVisibleControls(script), [script]);
  const tree = useMemo(() => highlight(visible), [visible]);
  return tree === null ? visible : toJsxRuntime(tree, { Fragment, jsx, jsxs });
}
