import "server-only";
import { z } from "zod";
import { type Permission, permissionsThatRead } from "@/lib/access/permissions";
import { AppError } from "@/lib/errors/app-error";
import { parseTrustedProxies } from "@/lib/http/trusted-proxies";
import { logFormats, logLevels } from "@/lib/log/settings";
import { publicAddress } from "./app-url";
import { type Database, readDatabase } from "./database-url";
import { list, oidcFaults, oidcOf, oidcVariables } from "./oidc";

/** The validated environment: contract.md, "Environment". */
export type Env = z.infer<typeof environment>;

function isThatReads(name: string): name is Permission {
  return (permissionsThatRead as readonly string[]).includes(name);
}

/** `host`, `host:port` or `*.host`, and `host/bucket` for one bucket of a shared host. */
const mediaHost =
  /^((\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d+)?|[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(\/[\w.-]*\w[\w.-]*)+)$/i;

const variables = z.object({
  DATABASE_URL: z
    .string()
    .default("file:./data/playhead.db")
    .transform((text, context) => {
      const result = readDatabase(text);
      if (result.ok) return result.database;
      context.addIssue({ code: "custom", message: result.fault });
      return z.NEVER;
    }),
  DIRECT_URL: z.string().optional(),
  WEBHOOK_TOKENS: list.default([]),
  WEBHOOK_REPLY: z.enum(["json", "text"], { error: 'must be "json" or "text"' }).default("json"),
  APP_URL: publicAddress.optional(),
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  AUTH_SECRET: z.string().min(8, "must have at least 8 characters").optional(),
  PLAYHEAD_ADMIN_EMAIL: z.email({ error: "must be an e-mail address" }).optional(),
  PLAYHEAD_ADMIN_PASSWORD: z.string().min(8, "must have at least 8 characters").optional(),
  PLAYHEAD_API_TOKEN: z.string().min(8, "must have at least 8 characters").optional(),
  PLAYHEAD_API_TOKEN_PERMISSIONS: list.default([...permissionsThatRead]).transform((names, context) => {
    if (names.every(isThatReads)) return names;
    context.addIssue({ code: "custom", message: `must be some of ${permissionsThatRead.join(", ")}` });
    return z.NEVER;
  }),
  ERASURE_JOURNAL: z
    .string()
    .refine((path) => !/[/\\]$/.test(path), "must be the path of a file")
    .optional(),
  CRON_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  METRICS_TOKEN: z.string().min(8, "must have at least 8 characters").optional(),
  MEDIA_HOSTS: list
    .refine(
      (hosts) => hosts.every((host) => mediaHost.test(host)),
      "must be host, *.host or host/bucket, separated by commas",
    )
    .default(["storage.googleapis.com"]),
  SESSION_IDLE_HOURS: wholeNumber(1, 720).default(168),
  ...oidcVariables,
  TRUSTED_PROXIES: list.default(["loopback"]).transform((entries, context) => {
    const trusted = parseTrustedProxies(entries);
    if (trusted !== null) return trusted;
    const message = "must be addresses or networks such as 10.0.0.0/8, loopback or private, separated by commas";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }),
  MAX_BODY_BYTES: wholeNumber(1, 1024 ** 3).default(1_048_576),
  ANALYTICS_IDLE_HOURS: wholeNumber(1, 8760).default(24),
  DELIVERY_BODY_DAYS: wholeNumber(1, 36_500).default(30),
  // The log parses both itself, so that it can also report an invalid environment: lib/log/log.ts.
  LOG_FORMAT: z.enum(logFormats, { error: 'must be "text" or "json"' }).default("text"),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number({ error: "must be a number from 0 to 1" })
    .min(0, "must be a number from 0 to 1")
    .max(1, "must be a number from 0 to 1")
    .default(0.1),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).default("info"),
});

/** Names of all variables. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

const environment = variables
  .check(({ value, issues }) => {
    const require = (missing: boolean, variable: string, message: string) => {
      if (missing) issues.push({ code: "custom", path: [variable], message, input: undefined });
    };
    const { PLAYHEAD_ADMIN_EMAIL: email, PLAYHEAD_ADMIN_PASSWORD: password } = value;
    const { DATABASE_URL: database, DIRECT_URL: direct } = value;
    const pair = readDatabase(database.dialect === "postgresql" ? database.url : undefined, direct);
    if (!pair.ok) require(true, pair.variable, pair.fault);
    require(database.dialect === "postgresql" &&
      value.AUTH_SECRET ===
        undefined, "AUTH_SECRET", "is required with Postgres: every process must sign sessions with the same secret");
    for (const { variable, message } of oidcFaults(value)) require(true, variable, message);
    require(email !== undefined &&
      password === undefined, "PLAYHEAD_ADMIN_PASSWORD", "is required with PLAYHEAD_ADMIN_EMAIL");
    require(password !== undefined &&
      email === undefined, "PLAYHEAD_ADMIN_EMAIL", "is required with PLAYHEAD_ADMIN_PASSWORD");
  })
  .transform((values) => ({
    database: withDirectUrl(values.DATABASE_URL, values.DIRECT_URL),
    webhookTokens: values.WEBHOOK_TOKENS,
    webhookReply: values.WEBHOOK_REPLY,
    /** Without a trailing slash. */
    appUrl: values.APP_URL ?? `http://localhost:${values.PORT}`,
    port: values.PORT,
    host: values.HOST,
    authSecret: values.AUTH_SECRET ?? null,
    adminEmail: values.PLAYHEAD_ADMIN_EMAIL ?? null,
    adminPassword: values.PLAYHEAD_ADMIN_PASSWORD ?? null,
    apiToken: values.PLAYHEAD_API_TOKEN ?? null,
    apiTokenPermissions: values.PLAYHEAD_API_TOKEN_PERMISSIONS,
    /** Lets a scheduler have jobs run: Vercel sends it. */
    cronSecret: values.CRON_SECRET ?? null,
    /** A conversation without an event for this long is settled. */
    analyticsIdleHours: values.ANALYTICS_IDLE_HOURS,
    metricsToken: values.METRICS_TOKEN ?? null,
    mediaHosts: values.MEDIA_HOSTS,
    /** Single sign-on; null without. */
    oidc: oidcOf(values),
    /** Hours without a request after which a session ends, unless Settings has another value. */
    sessionIdleHours: values.SESSION_IDLE_HOURS,
    /** Proxies whose `X-Forwarded-For` is trusted. */
    trustedProxies: values.TRUSTED_PROXIES,
    maxBodyBytes: values.MAX_BODY_BYTES,
    /** Days after which the bodies of good deliveries are deleted; bodies of quarantined ones never are. */
    deliveryBodyDays: values.DELIVERY_BODY_DAYS,
    /** The OTLP endpoint for spans; null if tracing is off. */
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    /** The share of deliveries that are traced. */
    otlpSampleRatio: values.OTEL_TRACES_SAMPLER_ARG,
  }));

let cached: Env | undefined;

/**
 * The validated environment, parsed at first use and never during the build.
 * @throws AppError environment_invalid, with each invalid variable
 */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Like `env`, from any set of variables. An empty variable counts as missing. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const { VERCEL_PROJECT_PRODUCTION_URL: host } = variables;
  if (variables.VERCEL && host) present.APP_URL ??= `https://${host}`;
  const result = environment.safeParse(present);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new AppError("environment_invalid", `The environment is not valid:\n  ${problems.join("\n  ")}`);
}

function withDirectUrl(database: Database, directUrl: string | undefined): Database {
  return database.dialect === "sqlite" || directUrl === undefined ? database : { ...database, directUrl };
}

function wholeNumber(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((number) => number >= min && number <= max, message);
}
