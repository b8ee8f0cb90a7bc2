import { type RefObject, useEffect, useRef } from "react";

/** Acts each time the element becomes less high. */
export function useShrinking(element: RefObject<HTMLElement | null>, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (element.current === null) return;
    let height = element.current.clientHeight;
    const observer = new ResizeObserver(([entry]) => {
      const next = entry?.target.clientHeight ?? 0;
      if (next < height) latest.current();
      height = next;
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
}
