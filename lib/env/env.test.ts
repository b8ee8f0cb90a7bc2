import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

describe("parseEnv", () => {
  it("has the documented defaults", () => {
    expect(parseEnv({})).toMatchObject({
      database: { dialect: "sqlite", path: `${process.cwd()}/data/playhead.db` },
      webhookTokens: [],
      webhookReply: "json",
      appUrl: "http://localhost:3000",
      host: "127.0.0.1",
      mediaHosts: ["storage.googleapis.com"],
      maxBodyBytes: 1_048_576,
      deliveryBodyDays: 30,
    });
  });

  it("takes an empty variable for an absent one and lists apart", () => {
    const env = parseEnv({ WEBHOOK_TOKENS: " old-token, new-token ,", PORT: "", APP_URL: "https://example.com/" });
    expect(env).toMatchObject({ webhookTokens: ["old-token", "new-token"], port: 3000, appUrl: "https://example.com" });
  });

  it.each([
    ["DATABASE_URL", "mysql://localhost/x"],
    ["WEBHOOK_REPLY", "xml"],
    ["APP_URL", "example.com"],
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["AUTH_SECRET", "short"],
    ["MAX_BODY_BYTES", "-1"],
    ["DELIVERY_BODY_DAYS", "0"],
    ["MEDIA_HOSTS", "https://example.com"],
    ["PLAYHEAD_ADMIN_EMAIL", "nobody"],
  ])("names %s when it is %s", (variable, value) => {
    expect(() => parseEnv({ [variable]: value })).toThrow(variable);
  });

  it("asks for AUTH_SECRET with Postgres", () => {
    expect(() => parseEnv({ DATABASE_URL: "postgresql://localhost/playhead" })).toThrow("AUTH_SECRET");
  });
});
