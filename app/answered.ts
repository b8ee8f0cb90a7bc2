import { Refusal } from "@/lib/queries/refusal";

/** The answer of a prefetched query. @throws Error for a refusal: the page asks again, and shows it */
export function answered<Answer>(answer: Answer | Refusal): Answer {
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer;
}
