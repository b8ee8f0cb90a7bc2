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

  it("treats an empty variable as missing, and splits lists", () => {
    const env = parseEnv({ WEBHOOK_TOKENS: " old-token, new-token ,", PORT: "", APP_URL: "https://example.com/" });
    expect(env).toMatchObject({ webhookTokens: ["old-token", "new-token"], port: 3000, appUrl: "https://example.com" });
  });

  it.each([
    ["DATABASE_URL", "mysql://localhost/x"],
    ["WEBHOOK_REPLY", "xml"],
    ["APP_URL", "example.com"],
    ["APP_URL", "https://example.com/playhead"],
    ["APP_URL", "https://example.com//playhead/"],
    ["APP_URL", "https://example.com/?a=1"],
    ["APP_URL", "https://example.com/#inbox"],
    ["APP_URL", "https://user:password@example.com"],
    ["DIRECT_URL", "postgresql://localhost/playhead"],
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["AUTH_SECRET", "short"],
    ["METRICS_TOKEN", "short"],
    ["CRON_SECRET", "short"],
    ["ERASURE_JOURNAL", "/var/lib/playhead/"],
    ["LOG_FORMAT", "xml"],
    ["LOG_LEVEL", "loud"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
    ["OTEL_TRACES_SAMPLER_ARG", "2"],
    ["MAX_BODY_BYTES", "-1"],
    ["DELIVERY_BODY_DAYS", "0"],
    ["MEDIA_HOSTS", "https://example.com"],
    ["SESSION_IDLE_HOURS", "0"],
    ["MEDIA_HOSTS", "example.com/../x"],
    ["TRUSTED_PROXIES", "loopback, proxy.example.com"],
    ["PLAYHEAD_ADMIN_EMAIL", "nobody"],
    ["OIDC_ISSUER", "login.example.com"],
    ["OIDC_ISSUER", "http://login.example.com"],
    ["OIDC_ISSUER", "https://login.example.com/?realm=a"],
    ["OIDC_ALLOWED_DOMAINS", "example"],
    ["OIDC_ALLOWED_DOMAINS", "@example.com"],
    ["OIDC_ROLE_MAP", "support-leads"],
    ["OIDC_ROLE_MAP", "support-leads=boss"],
  ])("reports %s if it is %s", (variable, value) => {
    expect(() => parseEnv({ [variable]: value })).toThrow(variable);
  });

  it("reads single sign-on, and names what is missing", () => {
    const required = { OIDC_ISSUER: "https://login.example.com", OIDC_CLIENT_ID: "playhead", OIDC_CLIENT_SECRET: "s" };
    expect(parseEnv({}).oidc).toBeNull();
    expect(parseEnv(required).oidc).toMatchObject({ name: "login.example.com", allowedDomains: [], groups: null });
    const groups = { OIDC_ROLE_CLAIM: "groups", OIDC_ROLE_MAP: "cn=leads=agent, dpo=privacy" };
    expect(parseEnv({ ...required, ...groups, OIDC_ALLOWED_DOMAINS: "Example.com" }).oidc).toMatchObject({
      allowedDomains: ["example.com"],
      groups: {
        claim: "groups",
        roles: [
          ["cn=leads", "agent"],
          ["dpo", "privacy"],
        ],
      },
    });
    for (const variable of Object.keys(required)) {
      expect(() => parseEnv({ ...required, [variable]: "" })).toThrow(`${variable} is required for single sign-on`);
    }
    expect(() => parseEnv({ OIDC_NAME: "Acme" })).toThrow("OIDC_ISSUER is required");
    expect(() => parseEnv({ ...required, OIDC_ROLE_CLAIM: "groups" })).toThrow("OIDC_ROLE_MAP is required");
    expect(() => parseEnv({ ...required, OIDC_ROLE_MAP: "dpo=privacy" })).toThrow("OIDC_ROLE_CLAIM is required");
  });

  it.each([
    ["https://Playhead.example.com", "https://playhead.example.com"],
    ["https://playhead.example.com:443//", "https://playhead.example.com"],
    ["http://localhost:8080/", "http://localhost:8080"],
  ])("normalizes APP_URL %s to %s", (given, appUrl) => {
    expect(parseEnv({ APP_URL: given }).appUrl).toBe(appUrl);
  });

  it("suggests a value for an APP_URL with a path", () => {
    expect(() => parseEnv({ APP_URL: "https://example.com/playhead" })).toThrow("write https://example.com");
  });

  it("takes Vercel's production address for APP_URL where none is given", () => {
    const vercel = { VERCEL: "1", VERCEL_PROJECT_PRODUCTION_URL: "playhead.vercel.app" };
    expect(parseEnv(vercel).appUrl).toBe("https://playhead.vercel.app");
    expect(parseEnv({ ...vercel, APP_URL: "https://example.com" }).appUrl).toBe("https://example.com");
    expect(parseEnv({ ...vercel, VERCEL: "" }).appUrl).toBe("http://localhost:3000");
  });

  it("keeps DIRECT_URL with the database", () => {
    const [pooled, direct] = ["postgresql://pooler:6432/playhead", "postgresql://database/playhead"];
    const { database } = parseEnv({ DATABASE_URL: pooled, DIRECT_URL: direct, AUTH_SECRET: "long enough" });
    expect(database).toEqual({ dialect: "postgresql", url: pooled, directUrl: direct });
  });

  it("requires AUTH_SECRET with Postgres", () => {
    expect(() => parseEnv({ DATABASE_URL: "postgresql://localhost/playhead" })).toThrow("AUTH_SECRET");
  });
});
