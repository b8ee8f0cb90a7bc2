import { done } from "@/lib/api/schemas/done";
import { createdHold, holdList, newHold } from "@/lib/api/schemas/privacy/hold";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Privacy";

/** Legal holds. */
export const holdDefinitions = {
  listHolds: define(endpoints.listHolds, {
    tag,
    summary: "List legal holds",
    description: "All legal holds, newest first. Requires a scope of everything.",
    answer: holdList,
  }),
  createHold: define(endpoints.createHold, {
    tag,
    summary: "Place a legal hold",
    description:
      "Until it is released, nothing of the visitor or conversation is erased, and retention rules skip it. A hold on a visitor covers all of their conversations; a hold on a conversation also blocks the erasure of its visitor.",
    body: newHold,
    answer: createdHold,
    status: 201,
    errors: [404],
  }),
  deleteHold: define(endpoints.deleteHold, {
    tag,
    summary: "Release a legal hold",
    description:
      "Erasures are possible again, and retention rules apply again, unless another hold covers the same data.",
    answer: done,
    errors: [404],
  }),
};
