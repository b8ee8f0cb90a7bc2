/** Maximum bytes of an unauthenticated request's body, except for the webhook. */
export const mostBodyBytes = 64 * 1024;
