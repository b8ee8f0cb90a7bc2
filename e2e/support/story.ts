import type { Page } from "@playwright/test";
import { expect } from "./app";
import { conversation, type Webhook } from "./webhook";

const lian = { email: "lian.bo@example.com", id: "9103", type: "user" };

/** A conversation with a bot, two agents, notes, labels and variables, closed and reopened a day later. */
export async function openLongStory(webhook: Webhook, page: Page, size: { width: number; height: number }) {
  const { key, create, event, visitorSays, botSays, agentSays, agent, bot } = conversation();
  const sets = (by: unknown, ...variables: [name: string, value: unknown][]) =>
    event("variables", {
      action_performed_by: by,
      variables: variables.map(([name, value]) => ({
        type: typeof value === "number" ? "number" : "text",
        name,
        value,
      })),
    });
  const nextDay = { timestamp: "2026-11-21 10:00:00.000000" };
  const events = [
    create("The long story", [
      { type: "text", name: "visitor_name", value: "Amara Bello" },
      { type: "text", name: "visitor_email", value: "amara.bello@customers.example.com" },
      { type: "text", name: "visitor_preferred_plan", value: "pro" },
    ]),
    botSays({ type: "button", payload: { title: "Which one?", buttons: [{ title: "Red" }, { title: "Blue" }] } }),
    visitorSays({ type: "button.response", payload: { body: "Red", callback: {} } }),
    sets(bot, ["refund_limit", 40]),
    event("assignee_change", { changed_by: bot, from: bot, to: agent }),
    agentSays("Ines here"),
    event("conversation_labels", {
      action_performed_by: agent,
      action: "added",
      labels: [
        { id: 77, name: "refund" },
        { id: 78, name: "vip" },
      ],
    }),
    sets(agent, ["refund_limit", 60], ["refund_reason", "arrived late"]),
    event("note", { note_by: agent, note: "Approved" }),
    event("note", { note_by: agent, note: "Approved again" }),
    event("assignee_change", { changed_by: agent, from: agent, to: lian }),
    event("status", { closed_by: lian, status: "Close" }),
    { ...event("status", { opened_by: lian, status: "Open" }), ...nextDay },
    { ...visitorSays("It is still not there"), timestamp: "2026-11-21 10:00:20.000000" },
  ];
  await webhook.deliver(...events);
  await page.setViewportSize(size);
  await page.goto(`/conversations/${key}`);
  await expect(page.locator("[data-event-id]")).toHaveCount(events.length);
  const { data } = await (await page.request.get(`/api/v1/conversations/${key}/events`)).json();
  return { key, ids: data.map(({ id }: { id: string }) => id) as string[] };
}

/** A conversation with names and values far longer than their boxes, in several scripts. */
export async function openNastyStory(webhook: Webhook, page: Page, size: { width: number; height: number }) {
  const { key, create, event, visitorSays, botSays, bot } = conversation();
  const long = (words: string) => words.repeat(200).slice(0, 200);
  const agent = { type: "user", id: "9102", email: `${long("agent")}@example.com`, name: long("Maximiliane ") };
  const variables = Array.from({ length: 300 }, (_, place) => ({
    type: "text",
    name: place === 0 ? long("a_very_long_name_") : `variable_${place}`,
    value: place === 1 ? long("A long value ").repeat(10) : `value ${place}`,
  }));
  const events = [
    create(long("شركة النور للتجارة "), [
      { type: "text", name: "visitor_name", value: long("محمد ") },
      { type: "text", name: "visitor_email", value: `${long("address")}@example.com` },
    ]),
    botSays("ฉันต้องการคืนสินค้าและขอรับเงินคืนโดยเร็วที่สุดเพราะสินค้าชำรุดเสียหายตั้งแต่วันแรก"),
    visitorSays(long("donaudampfschifffahrtsgesellschaft")),
    event("variables", { action_performed_by: bot, variables }),
    event("variables", {
      action_performed_by: bot,
      variables: [{ type: "text", name: "free_text", value: long("Typed at length. ").repeat(5) }],
    }),
    event("conversation_labels", {
      action_performed_by: agent,
      action: "added",
      labels: Array.from({ length: 40 }, (_, place) => ({
        id: place + 1,
        name: place === 0 ? long("label ") : `मूल्य ${place}`,
      })),
    }),
    event("assignee_change", { changed_by: agent, from: bot, to: agent }),
    event("note", { note_by: agent, note: long("配送はいつになりますか？") }),
    event("status", { closed_by: agent, status: "Close" }),
  ];
  await webhook.deliver(...events);
  await page.setViewportSize(size);
  await page.goto(`/conversations/${key}`);
  await expect(page.locator("[data-event-id]")).toHaveCount(events.length);
  return key;
}
