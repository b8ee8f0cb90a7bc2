"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from "react";

interface MarksProps {
  name: string;
  children: ReactNode;
}

/**
 * A chart whose marks are links with `data-mark`: one tab stop, and arrow keys between them. Those with `data-column` are in rows.
 * Without scripts, they are plain links.
 */
export function Marks({ name, children }: MarksProps) {
  const router = useRouter();
  const chart = useRef<HTMLElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const marks = [...(chart.current?.querySelectorAll<SVGAElement>("[data-mark]") ?? [])];
    const current = marks.findIndex((mark) => mark.contains(document.activeElement));
    const next = current < 0 ? undefined : nextMark(event.key, marks, current);
    if (next === undefined) return;
    event.preventDefault();
    for (const mark of marks) mark.setAttribute("tabindex", mark === next ? "0" : "-1");
    next.focus();
  }

  function onClick(event: MouseEvent) {
    const href = event.target instanceof Element && event.target.closest("[data-mark]")?.getAttribute("href");
    if (!href || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  }

  return (
    <figure ref={chart} aria-label={name} onKeyDown={onKeyDown} onClick={onClick}>
      {children}
    </figure>
  );
}

/** The mark that a key leads to. */
function nextMark(key: string, marks: readonly SVGAElement[], current: number): SVGAElement | undefined {
  const column = marks[current]?.dataset.column;
  const isInColumn = (mark: SVGAElement) => column !== undefined && mark.dataset.column === column;
  switch (key) {
    case "ArrowLeft":
      return marks[current - 1];
    case "ArrowRight":
      return marks[current + 1];
    case "ArrowUp":
      return marks.slice(0, current).findLast(isInColumn);
    case "ArrowDown":
      return marks.slice(current + 1).find(isInColumn);
    case "Home":
      return marks[0];
    case "End":
      return marks.at(-1);
    default:
      return undefined;
  }
}
