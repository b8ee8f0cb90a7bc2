// Replaces "server-only" under vitest.
export {};
