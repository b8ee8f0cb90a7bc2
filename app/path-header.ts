/** The request header in which proxy.ts tells a page its own path and query, which Next keeps from server components. */
export const pathHeader = "x-playhead-path";
