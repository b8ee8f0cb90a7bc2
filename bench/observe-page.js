// Runs in the page before any other script; plain JavaScript, because it is not compiled.
window.bench = { longestTask: 0 };
window.bench.drawn = new Promise((resolve) => {
  const look = () => {
    const isThere = document.querySelector("[data-event-id]") !== null;
    // Resolved in the frame after it was rendered.
    requestAnimationFrame(isThere ? () => resolve(performance.now()) : look);
  };
  requestAnimationFrame(look);
});
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    window.bench.longestTask = Math.max(window.bench.longestTask, duration);
  }
}).observe({ type: "longtask", buffered: true });
