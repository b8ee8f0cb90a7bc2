import { expect, it } from "vitest";
import { bulkReprocessRequest } from "@/lib/api/schemas/delivery-actions";
import { newView } from "@/lib/api/schemas/saved-view";
import { newUser, userChange } from "@/lib/api/schemas/settings";
import { readBody } from "./read-body";

const mostBytes = 2048;
const view = { name: "Open ones", search: "status=open" };
const user = { name: "Kim", email: "kim@example.com", role: "agent" };

it.each([
  [newView, "not JSON", "body", "The body must be JSON."],
  [newView, "", "body", "The body must be JSON."],
  [newView, "[]", "body", "The body must be of type object."],
  [newView, JSON.stringify({ name: "Open ones" }), "search", '"search" is required.'],
  [newView, JSON.stringify({ ...view, isShared: "yes" }), "isShared", '"isShared" must be of type boolean.'],
  [newView, JSON.stringify({ ...view, colour: "red" }), "colour", 'Unknown field "colour".'],
  [newView, JSON.stringify({ ...view, name: " " }), "name", "Enter a name."],
  [
    newView,
    JSON.stringify({ ...view, search: "sort=red" }),
    "search",
    'Invalid query string of the list: "sort" is invalid.',
  ],
  [
    newUser,
    JSON.stringify({ ...user, role: "owner" }),
    "role",
    '"role" must be one of admin, privacy, agent, analyst, viewer.',
  ],
  [bulkReprocessRequest, "{}", "ids", '"ids" is required.'],
  [userChange, '{"password":"mine"}', "password", '"password" must be one of generate.'],
  [newView, JSON.stringify({ ...view, name: "x".repeat(mostBytes) }), "body", "The body is larger than 2 kB."],
])("reports what is wrong with a body: %#", async (schema, body, parameter, message) => {
  const request = new Request("http://localhost:3000/", { method: "POST", body });
  expect(await readBody(request, schema, mostBytes)).toMatchObject({ ok: false, failure: { parameter, message } });
});

it("returns the body as parsed by its schema", async () => {
  const request = new Request("http://localhost:3000/", { method: "POST", body: JSON.stringify(view) });
  expect(await readBody(request, newView, mostBytes)).toEqual({
    ok: true,
    body: { ...view, settings: null, isShared: false },
  });
});
