import { z } from "zod";
import { cursor, wholeNumber } from "@/lib/api/schemas/parameters";
import {
  newPersonRequest,
  people,
  personErasure,
  personRequest,
  personRequestChange,
  personRequestPage,
  startedErasures,
} from "@/lib/api/schemas/privacy/person-request";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Privacy";
const archive = z.string().describe("A zip file.");
const contents =
  "A zip with a page to read (`index.html`: the person, who has read their data, by date and purpose, and recipients), a transcript of each conversation as HTML, and the same data as JSON. Streamed. Requires the permissions `personal` and `export`, and a scope of everything.";

/** People's requests under privacy law. */
export const personDefinitions = {
  findPeople: define(endpoints.findPeople, {
    tag,
    summary: "Find the visitors that may be a person",
    description:
      "By the key or ID, the e-mail address, the phone number, or a part of the name; now or in any conversation. Exact matches come first. Requires the permission `personal` and a scope of everything.",
    query: z.strictObject({
      q: z.string().trim().min(3, "must have at least 3 characters").max(300).describe("What is searched for."),
    }),
    reads: { action: "search.run", list: "people" },
    answer: people,
  }),
  listPersonRequests: define(endpoints.listPersonRequests, {
    tag,
    summary: "List people's requests",
    description:
      "Open requests, the first due first; or closed ones, the last due first. Requires the permission `personal` and a scope of everything.",
    query: z.strictObject({
      state: z.enum(["open", "closed"], 'must be "open" or "closed"').default("open").describe("Which requests."),
      limit: wholeNumber(1, 200, 50).describe("Requests per page."),
      cursor,
    }),
    reads: { action: "search.run", list: "requests" },
    answer: personRequestPage,
  }),
  createPersonRequest: define(endpoints.createPersonRequest, {
    tag,
    summary: "Enter a person's request",
    description:
      "With the visitors that belong to the person, as you have found them. Nothing is joined automatically.",
    body: newPersonRequest,
    answer: personRequest,
    status: 201,
    errors: [404],
  }),
  getPersonRequest: define(endpoints.getPersonRequest, {
    tag,
    summary: "Get a person's request",
    description: "With its visitors and its log. Requires the permission `personal` and a scope of everything.",
    answer: personRequest,
    errors: [404],
  }),
  updatePersonRequest: define(endpoints.updatePersonRequest, {
    tag,
    summary: "Change a person's request",
    description:
      "Joins or separates visitors, adds a note, moves the due date, or closes it. Whatever is done is added to its log. A closed request cannot be changed.",
    body: personRequestChange,
    answer: personRequest,
    errors: [404, 409],
  }),
  getPersonArchive: define(endpoints.getPersonArchive, {
    tag,
    summary: "Download everything about a person",
    description: `All conversations of the request's visitors. ${contents}`,
    answer: archive,
    mediaTypes: ["application/zip"],
    errors: [404, 409],
  }),
  erasePerson: define(endpoints.erasePerson, {
    tag,
    summary: "Erase the visitors of a request",
    description:
      "Of a request for erasure: starts an erasure for each of its visitors, as `POST /privacy/erasures` does, and adds it to the log of the request. A legal hold on one of them prevents it.",
    body: personErasure,
    answer: startedErasures,
    status: 202,
    errors: [404, 409],
  }),
  getVisitorArchive: define(endpoints.getVisitorArchive, {
    tag,
    summary: "Download everything about a visitor",
    description: contents,
    reads: { action: "export.run", subject: "visitor", parameter: "key" },
    answer: archive,
    mediaTypes: ["application/zip"],
    errors: [404],
  }),
};
