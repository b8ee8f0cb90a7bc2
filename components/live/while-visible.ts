interface Visibility {
  /** At once when the page is in sight, and whenever it comes back after `onHide`. */
  onShow: () => void;
  onHide: () => void;
  /** A page counts as hidden when it has been out of sight for this long. */
  hiddenForMs: number;
}

/** Tells when the page comes into sight and when it has been out of it for a while. Returns what ends it. */
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
