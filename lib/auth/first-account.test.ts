import { beforeEach, expect, it, vi } from "vitest";
import { store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { useStore } from "@/lib/testing/use-store";
import { addAccount } from "./accounts";
import { changeAccess, removeAccount } from "./change-account";
import { createFirstAccount, ensureEnvironmentAdmin, firstAccountCode, isFirstAccountDue } from "./first-account";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("PLAYHEAD_ADMIN_EMAIL", "Admin@example.com");
vi.stubEnv("PLAYHEAD_ADMIN_PASSWORD", "correct horse battery staple");

const ines = { name: "Ines Oduya", email: "ines@example.com", password: "a kettle on the moon" };

describeEachDatabase("the first account", (openStore) => {
  beforeEach(async () => useStore(await openStore()));

  it("is an admin's, created with the printed code however people type it", async () => {
    const code = await printedCode();
    const typed = ` ${code.replaceAll("-", " ").toUpperCase().replaceAll("0", "O").replaceAll("1", "l")}`;
    expect(await createFirstAccount({ ...ines, code: typed })).toMatchObject({ ok: true });
    expect(await store().records.user.findMany()).toMatchObject([{ email: "ines@example.com", role: "admin" }]);
    expect(await isFirstAccountDue()).toBe(false);
    expect(await firstAccountCode()).toBeNull();
    expect(await createFirstAccount({ ...ines, code })).toMatchObject({ ok: false, reason: "exists" });
  });

  it("is created once, however many concurrent requests there are", async () => {
    const code = await printedCode();
    const rivals = Array.from({ length: 8 }, (_, n) => ({ ...ines, code, email: `rival-${n}@example.com` }));
    const outcomes = await Promise.all(rivals.map((one) => createFirstAccount(one)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store().records.user.count()).toBe(1);
    expect(await store().records.authAccount.count()).toBe(1);
  });

  it("has the same code for all copies that start, and none that could be read from the database", async () => {
    const codes = await Promise.all([printedCode(), printedCode(), printedCode()]);
    expect(new Set(codes).size).toBe(1);
    const [code = ""] = codes;
    const settings = await store().records.setting.findMany();
    expect(settings.map(({ value }) => value).join()).not.toContain(code);
    expect(await createFirstAccount({ ...ines, code: "0000-0000-0000-0000" })).toMatchObject({ reason: "code" });
    expect(await createFirstAccount({ ...ines, code })).toMatchObject({ ok: true });
  });

  it.each([
    ["name", { name: "  " }],
    ["email", { email: "ines@example" }],
    ["password", { password: "short" }],
    ["password", { password: "INES@example.com" }],
    ["password", { password: "12345678" }],
  ])("reports an invalid %s, and keeps the code valid", async (reason, wrong) => {
    const code = await printedCode();
    expect(await createFirstAccount({ ...ines, ...wrong, code })).toMatchObject({ ok: false, reason });
    expect(await createFirstAccount({ ...ines, code })).toMatchObject({ ok: true });
  });

  it("can come from the environment, in several processes at once, and keeps a password changed since", async () => {
    await Promise.all([ensureEnvironmentAdmin(), ensureEnvironmentAdmin(), ensureEnvironmentAdmin()]);
    expect(await store().records.user.findMany()).toMatchObject([{ email: "admin@example.com", role: "admin" }]);
    await store().records.authAccount.updateMany({ data: { password: "changed since" } });
    await ensureEnvironmentAdmin();
    expect(await store().records.authAccount.findMany()).toMatchObject([{ password: "changed since" }]);
  });

  it("from the environment is not restored after another admin has removed or demoted it", async () => {
    await ensureEnvironmentAdmin();
    const added = await addAccount({ ...ines, role: "admin" });
    expect(added.ok).toBe(true);
    const first = await store().records.user.findUniqueOrThrow({ where: { email: "admin@example.com" } });
    expect(await changeAccess(first.id, { role: "agent" })).toEqual({ ok: true });
    await ensureEnvironmentAdmin();
    expect(await store().records.user.findUnique({ where: { id: first.id } })).toMatchObject({ role: "agent" });
    expect(await removeAccount(first.id, 0n)).toEqual({ ok: true });
    await ensureEnvironmentAdmin();
    expect(await store().records.user.findMany()).toMatchObject([{ email: "ines@example.com" }]);
  });
});

async function printedCode(): Promise<string> {
  const code = await firstAccountCode();
  expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  return code ?? "";
}
