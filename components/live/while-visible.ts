interface Visibility {
  /** Called immediately if the page is visible, and when it becomes visible after `onHide`. */
  onShow: () => void;
  onHide: () => void;
  /** The page counts as hidden after this many milliseconds out of view. */
  hiddenForMs: number;
}

/**
 * Calls back when the page becomes visible and when it has been hidden for a while. Returns a function that removes the
 * listeners.
 */
export function whileVisible({ onShow, onHide, hiddenForMs }: Visibility): () => void {
  let isShown = false;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  const update = () => {
    clearTimeout(hiding);
    if (!document.hidden && !isShown) {
      isShown = true;
      onShow();
    } else if (document.hidden && isShown) {
      hiding = setTimeout(() => {
        isShown = false;
        onHide();
      }, hiddenForMs);
    }
  };

  document.addEventListener("visibilitychange", update);
  update();
  return () => {
    clearTimeout(hiding);
    document.removeEventListener("visibilitychange", update);
  };
}
