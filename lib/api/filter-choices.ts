import { z } from "zod";

const choice = z.object({ value: z.string(), name: z.string() });

/** `GET /filters`: what the list's filters can be set to: `value` for the URL, `name` for people. */
export const filterChoices = z.object({
  assignee: z.array(choice),
  label: z.array(choice),
  channel: z.array(choice),
  bot: z.array(choice),
  has: z.array(choice),
  account: z.array(choice),
  /** The names of variables; their values are facets (`GET /facets`). */
  variable: z.array(choice),
});

export type FilterChoices = z.infer<typeof filterChoices>;
export type FilterChoice = z.infer<typeof choice>;
