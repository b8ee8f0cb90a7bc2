import type { Span } from "./tokenise";

/** What is not understood, and where. */
export interface Problem {
  at: Span;
  message: string;
  /** What could stand there instead. */
  suggestion?: string;
}
