"use client";

import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { useMemo } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { highlight, withVisibleControls } from "./highlight";

/** A script with syntax highlighting. It is never executed; the highlighter's output is only rendered as text in spans. */
export function HighlightedScript({ script }: { script: string }) {
  const visible = useMemo(() => withVisibleControls(script), [script]);
  const tree = useMemo(() => highlight(visible), [visible]);
  return tree === null ? visible : toJsxRuntime(tree, { Fragment, jsx, jsxs });
}
