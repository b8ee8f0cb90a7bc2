/** Bytes of a body that a stranger may send, except to the webhook. */
export const mostBodyBytes = 64 * 1024;
