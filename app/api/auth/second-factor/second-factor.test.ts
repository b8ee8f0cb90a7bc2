import { argon2Sync, randomBytes } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import { POST as signIn } from "@/app/api/auth/sign-in/email/route";
import { addAccount } from "@/lib/auth/accounts";
import { auth } from "@/lib/auth/auth";
import { authenticate } from "@/lib/auth/authenticate";
import {
  confirmSecondFactor,
  removeSecondFactor,
  renewBackupCodes,
  resetSecondFactor,
  startSecondFactor,
} from "@/lib/auth/second-factor/manage";
import { saveSecurity } from "@/lib/auth/security/security-settings";
import type { UserViewer } from "@/lib/auth/viewer";
import { CookieJar } from "@/lib/testing/access/cookie-jar";
import { currentCode } from "@/lib/testing/access/current-code";
import { describeEachDatabase } from "@/lib/testing/databases";
import { resetAttemptLimits } from "@/lib/testing/reset-attempt-limits";
import { some } from "@/lib/testing/some";
import { isInFull } from "@/lib/testing/torture/scale";
import { useStore } from "@/lib/testing/use-store";
import { POST as sendCode } from "./route";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

/** A few seconds of them; 10,000 with `TORTURE=full`. */
const orders = isInFull ? 10_000 : 300;

const email = "ines@example.com";
const password = "a kettle on the moon";

/** With as little work as the format allows: thousands of sign-ins take seconds. */
function cheapHash(): string {
  const nonce = randomBytes(16);
  const tag = argon2Sync("argon2id", { message: password, nonce, tagLength: 32, memory: 8, passes: 1, parallelism: 1 });
  const text = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  return `$argon2id$v=19$m=8,t=1,p=1$${text(nonce)}$${text(tag)}`;
}

describeEachDatabase("the second factor", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let userId = "";

  beforeEach(async () => {
    resetAttemptLimits();
    Reflect.deleteProperty(globalThis, "playheadRecordedFailures");
    store = await openStore();
    useStore(store);
    const added = await addAccount({ name: "Ines", email, password, role: "agent" });
    if (!added.ok) throw new Error(added.message);
    userId = added.userId;
    await store.records.authAccount.updateMany({ data: { password: cheapHash() } });
  });

  it("is asked for after the password, and only then is there a session", async () => {
    const { secret, backupCodes } = await setUp();
    const jar = new CookieJar("203.0.113.1");
    expect(await givePassword(jar)).toMatchObject({ twoFactorRedirect: true });
    expect(await viewerOf(jar)).toBeNull();
    expect(await store.records.session.count()).toBe(1); // that of the setup
    expect(await giveCode(jar, "000000")).toBe(400);
    expect(await viewerOf(jar)).toBeNull();
    expect(await giveCode(jar, freshCode(secret))).toBe(200);
    expect(await viewerOf(jar)).toMatchObject({ email });

    const other = new CookieJar("203.0.113.1");
    await givePassword(other);
    expect(await giveCode(other, ` ${some(backupCodes)[0]?.toUpperCase()} `)).toBe(200);
    expect(await viewerOf(other)).toMatchObject({ email });
  });

  it("accepts each code once, however it is written, and no earlier one", async () => {
    const { secret, backupCodes } = await setUp();
    const code = freshCode(secret);
    const before = currentCode(secret);
    const [backup = ""] = backupCodes;
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect(await signInWith(spaced)).toBe(200);
    for (const variant of [
      code,
      spaced,
      ` ${code}`,
      `${code}\n`,
      `${code.slice(0, 3)}-${code.slice(3)}`,
      `\u200b${code}`,
      wide(code),
    ]) {
      expect(await signInWith(variant), JSON.stringify(variant)).toBe(400);
    }
    expect(await signInWith(before)).toBe(400);
    expect(await signInWith(backup)).toBe(200);
    const where = { action: "session.fail", detail: { contains: "wrong code" } };
    const earlier = await store.records.auditEntry.count({ where });
    for (const variant of [
      backup,
      backup.replaceAll("-", ""),
      backup.toUpperCase(),
      ` ${backup.replaceAll("-", " ")}`,
    ]) {
      expect(await signInWith(variant), JSON.stringify(variant)).toBe(400);
    }
    expect(await store.records.auditEntry.count({ where })).toBe(earlier + 4);
  });

  it("accepts one of several concurrent uses of a code", async () => {
    const { secret, backupCodes } = await setUp();
    for (const code of [freshCode(secret), backupCodes[0] ?? ""]) {
      const jars = Array.from({ length: 5 }, (_, place) => new CookieJar(`203.0.113.${place}`));
      for (const jar of jars) await givePassword(jar);
      const statuses = await Promise.all(jars.map((jar) => giveCode(jar, code)));
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      const viewers = await Promise.all(jars.map(viewerOf));
      expect(viewers.filter((viewer) => viewer !== null)).toHaveLength(1);
    }
  });

  it("does not accept the code of the setup again", async () => {
    const { confirmedWith } = await setUp({ keepStep: true });
    expect(await signInWith(confirmedWith)).toBe(400);
  });

  it("limits passwords and codes together per account and address, until a sign-in is complete", async () => {
    const { secret } = await setUp();
    const address = "203.0.113.50";
    const jar = new CookieJar(address);
    const statuses: number[] = [];
    for (let round = 0; round < 6; round++) {
      await givePassword(jar);
      statuses.push(await giveCode(jar, "000000"));
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
    expect((await jar.post(signIn, "/api/auth/sign-in/email", { email, password })).status).toBe(429);
    const elsewhere = new CookieJar("203.0.113.51");
    await givePassword(elsewhere);
    expect(await giveCode(elsewhere, freshCode(secret))).toBe(200);
    expect((await jar.post(signIn, "/api/auth/sign-in/email", { email, password })).status).toBe(429);
  });

  it("is required of roles: without one, a user has no permissions and reaches nothing but the setup", async () => {
    await saveSecurity(store, { secondFactorRoles: ["agent"] });
    const jar = new CookieJar("203.0.113.1");
    await givePassword(jar);
    const viewer = await userOf(jar);
    expect(viewer.owesSecondFactor).toBe(true);
    expect([...viewer.permissions]).toEqual([]);
    await setUp({ jar });
    const protectedViewer = await userOf(jar);
    expect(protectedViewer.owesSecondFactor).toBe(false);
    expect(protectedViewer.permissions.has("read")).toBe(true);
  });

  it("ends all other sessions of the user when it is set up, and no one else's", async () => {
    const [thief, other] = [new CookieJar("203.0.113.66"), new CookieJar("203.0.113.67")];
    await givePassword(thief);
    const kim = { name: "Kim", email: "kim@example.com", password, role: "agent" } as const;
    expect(await addAccount(kim)).toMatchObject({ ok: true });
    await other.post(signIn, "/api/auth/sign-in/email", { email: kim.email, password });
    const { jar } = await setUp();
    expect(await viewerOf(thief)).toBeNull();
    expect(await viewerOf(jar)).toMatchObject({ email });
    expect(await viewerOf(other)).toMatchObject({ email: kim.email });
    expect(await changes()).toEqual([
      { changed: ["second factor"], setup: "started" },
      { changed: ["second factor"], setup: "confirmed", endsSessions: true },
    ]);
  });

  it("refuses a sign-in that began before it was set up", async () => {
    await setUp();
    await store.records.session.deleteMany();
    // As the sign-in has read the user.
    await store.records.user.updateMany({ data: { twoFactorEnabled: false } });
    const jar = new CookieJar("203.0.113.66");
    expect((await jar.post(signIn, "/api/auth/sign-in/email", { email, password })).status).toBe(401);
    expect(await viewerOf(jar)).toBeNull();
    expect(await store.records.session.count()).toBe(0);
  });

  it("completes no sign-in after passwords were switched off", async () => {
    const { secret } = await setUp();
    const jar = new CookieJar("203.0.113.1");
    await givePassword(jar);
    await saveSecurity(store, { passwordSignIn: false });
    expect(await giveCode(jar, freshCode(secret))).toBe(403);
    expect(await viewerOf(jar)).toBeNull();
    expect(await store.records.session.count()).toBe(1); // that of the setup
  });

  it("is removed and renewed with the password only, and reset by an admin", async () => {
    const { jar, backupCodes } = await setUp();
    const viewer = await userOf(jar);
    const wrong = { ok: false, field: "password" };
    expect(await renewBackupCodes(viewer, "not this", jar.headers)).toMatchObject(wrong);
    expect(await removeSecondFactor(viewer, "not this", jar.headers)).toMatchObject(wrong);
    const again = await startSecondFactor(viewer, password, jar.headers);
    expect(again).toMatchObject({ ok: false, field: null });
    const renewed = await renewBackupCodes(viewer, password, jar.headers);
    if (!renewed.ok) throw new Error(renewed.message);
    expect(await signInWith(backupCodes[1] ?? "")).toBe(400);
    expect(await signInWith(renewed.backupCodes[0] ?? "")).toBe(200);
    const removed = await removeSecondFactor(viewer, password, jar.headers);
    if (!removed.ok) throw new Error(removed.message);
    jar.keepAll(removed.cookies);
    const made = (await changes()).slice(2);
    expect(made).toEqual([{ changed: ["backup codes"] }, { changed: ["second factor"], setup: "removed" }]);
    expect(await viewerOf(jar)).toMatchObject({ email });
    expect(await givePassword(new CookieJar("203.0.113.9"))).toMatchObject({ user: { email } });

    await setUp();
    expect(await resetSecondFactor(userId)).toBe(true);
    expect(await store.records.session.count()).toBe(0);
    expect(await givePassword(new CookieJar("203.0.113.9"))).toMatchObject({ user: { email } });
    expect(await resetSecondFactor(userId)).toBe(false);
  });

  it("leaves no session before the last step, whatever the order of steps", async () => {
    const { secret, backupCodes, jar: owner } = await setUp();
    const factor = await store.records.twoFactor.findFirstOrThrow();
    const renew = { backupCodes: factor.backupCodes, lastStep: null, failedVerificationCount: 0, lockedUntil: null };
    await store.records.session.deleteMany();
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const steps = [
      "password",
      "wrong password",
      "code",
      "wrong code",
      "backup",
      "wrong backup",
      "enable",
      "replay",
    ] as const;
    let complete = 0;
    for (let order = 0; order < orders; order++) {
      await store.records.twoFactor.updateMany({ data: renew });
      const jar = new CookieJar(`198.51.${order >> 8}.${order & 255}`);
      let isChallenged = false;
      let isSignedIn = false;
      const used = currentCode(secret, -5);
      const shuffled = steps.map((step) => ({ step, at: random(1_000) })).sort((one, other) => one.at - other.at);
      for (const { step } of shuffled.slice(0, 1 + random(4))) {
        if (step === "password") {
          await givePassword(jar);
          isChallenged = true;
        } else if (step === "wrong password")
          await jar.post(signIn, "/api/auth/sign-in/email", { email, password: "no" });
        else if (step === "enable")
          await expect(
            auth().api.enableTwoFactor({ body: { password, method: "totp" }, headers: jar.headers }),
          ).rejects.toThrow();
        else {
          const right = { code: freshCode(secret), backup: backupCodes[order % 10] ?? "" };
          const wrong = { "wrong code": "123", "wrong backup": "0000-0000-0000", replay: used };
          const isRight = step === "code" || step === "backup";
          const status = await giveCode(jar, isRight ? right[step] : wrong[step as keyof typeof wrong]);
          isSignedIn = isChallenged && isRight;
          expect(status === 200, `${order}: ${step}`).toBe(isSignedIn);
        }
        expect((await viewerOf(jar)) !== null, `${order}: ${step}`).toBe(isSignedIn);
        if (isSignedIn) break;
      }
      complete += isSignedIn ? 1 : 0;
      expect(await store.records.session.deleteMany()).toEqual({ count: isSignedIn ? 1 : 0 });
    }
    expect(complete).toBeGreaterThan(orders / 50);
    expect(await viewerOf(owner)).toBeNull();
  }, 1_200_000);

  /** Sets a second factor up; the step of its first code can be used again, unless kept. */
  async function setUp({ jar = new CookieJar("203.0.113.200"), keepStep = false } = {}) {
    if ((await viewerOf(jar)) === null) await givePassword(jar);
    const viewer = await userOf(jar);
    const made = await startSecondFactor(viewer, password, jar.headers);
    if (!made.ok) throw new Error(made.message);
    const { secret } = made;
    const confirmedWith = currentCode(secret);
    expect(await confirmSecondFactor(viewer, "000 000", jar.headers)).toMatchObject({ ok: false, field: "code" });
    const confirmed = await confirmSecondFactor(viewer, confirmedWith, jar.headers);
    if (!confirmed.ok) throw new Error(confirmed.message);
    jar.keepAll(confirmed.cookies);
    if (!keepStep) await store.records.twoFactor.updateMany({ data: { lastStep: null } });
    return { secret, confirmedWith, backupCodes: made.backupCodes, jar };
  }

  /** What the audit log says about the user's changes of their own account, oldest first. */
  async function changes(): Promise<object[]> {
    const where = { action: "user.change", actorId: userId, subjectId: userId };
    const rows = await store.records.auditEntry.findMany({ where, orderBy: { id: "asc" } });
    return rows.map(({ detail }) => JSON.parse(detail ?? ""));
  }

  async function signInWith(code: string): Promise<number> {
    resetAttemptLimits();
    await store.records.twoFactor.updateMany({ data: { failedVerificationCount: 0, lockedUntil: null } });
    const jar = new CookieJar("203.0.113.1");
    await givePassword(jar);
    return giveCode(jar, code);
  }
});

async function givePassword(jar: CookieJar): Promise<unknown> {
  const response = await jar.post(signIn, "/api/auth/sign-in/email", { email, password });
  return response.json();
}

async function giveCode(jar: CookieJar, code: string): Promise<number> {
  return (await jar.post(sendCode, "/api/auth/second-factor", { code })).status;
}

async function viewerOf(jar: CookieJar) {
  return authenticate(jar.headers);
}

async function userOf(jar: CookieJar): Promise<UserViewer> {
  const viewer = await viewerOf(jar);
  if (viewer?.kind !== "user") throw new Error("There is no session.");
  return viewer;
}

/** The next step's, which is accepted whatever the clock does during the test. */
function freshCode(secret: string): string {
  return currentCode(secret, 1);
}

function wide(code: string): string {
  return code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}
