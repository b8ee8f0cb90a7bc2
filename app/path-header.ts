/** The request header in which proxy.ts passes the path and query to a page, which Next does not expose to server components. */
export const pathHeader = "x-playhead-path";
