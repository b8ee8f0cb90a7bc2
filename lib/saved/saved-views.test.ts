import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Role } from "@/lib/access/permissions";
import { defaultListSettings } from "@/lib/api/list-settings";
import { type NewView, newView } from "@/lib/api/schemas/saved-view";
import { addAccount } from "@/lib/auth/accounts";
import { removeAccount } from "@/lib/auth/change-account";
import type { UserViewer } from "@/lib/auth/viewer";
import { Refusal } from "@/lib/queries/refusal";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver } from "@/lib/testing/deliver";
import { manyConversations } from "@/lib/testing/many-conversations";
import { useStore } from "@/lib/testing/use-store";
import { testUser, testViewer } from "@/lib/testing/viewer";
import { addView, changeView, chooseDefaultView, defaultViewOf, listViews, removeView } from "./saved-views";
import { countsOfViews } from "./view-counts";

describeEachDatabase("saved views", (openStore) => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let admin: UserViewer;
  let ada: UserViewer;
  let grace: UserViewer;

  beforeAll(async () => {
    store = await openStore();
    useStore(store);
    await deliver(store, ...manyConversations(60));
    admin = await person("admin", "admin");
    ada = await person("ada", "agent");
    grace = await person("grace", "agent");
  });

  beforeEach(async () => {
    await store.records.savedView.deleteMany();
  });

  const namesFor = async (viewer: Parameters<typeof listViews>[0]) => (await listViews(viewer)).map(({ name }) => name);

  it("are visible to their owner, and to everyone once shared", async () => {
    const own = await added(ada, { name: "Mine", search: "status=open" });
    const shared = await added(ada, { name: "Ours", search: "label=refund", isShared: true });
    expect(await namesFor(ada)).toEqual(["Mine", "Ours"]);
    expect(await namesFor(grace)).toEqual(["Ours"]);
    expect(await namesFor(testViewer())).toEqual(["Ours"]);
    expect((await listViews(grace))[0]).toMatchObject({ owner: { name: "ada" }, canChange: false, isDefault: false });
    expect(await changeView(grace, own.id, { name: "Hers" })).toMatchObject({ code: "not_found" });
    expect(await changeView(grace, shared.id, { name: "Hers" })).toMatchObject({ code: "forbidden" });
    expect(await removeView(grace, shared.id)).toMatchObject({ code: "forbidden" });
    expect(await changeView(admin, shared.id, { name: "Everybody's" })).toMatchObject({ name: "Everybody's" });
    expect(await removeView(admin, own.id)).toMatchObject({ code: "not_found" });
    expect(await removeView(ada, own.id)).toEqual({ ok: true });
    expect(await namesFor(ada)).toEqual(["Everybody's"]);
  });

  it("are recorded in the audit log as far as others see them", async () => {
    await store.records.auditEntry.deleteMany();
    const view = await added(ada, { name: "Ours", search: "label=refund" });
    await changeView(ada, view.id, { name: "Mine" });
    await changeView(ada, view.id, { isShared: true });
    await changeView(admin, view.id, { name: "Everybody's" });
    await changeView(admin, view.id, { position: 7 });
    await changeView(ada, view.id, { isShared: false });
    await removeView(ada, view.id);
    await removeView(ada, (await added(ada, { name: "Second", search: "", isShared: true })).id);
    const entries = await store.records.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ action, actorName, detail }) => [action, actorName, JSON.parse(detail ?? "{}")])).toEqual([
      ["view.create", "ada", { name: "Mine" }],
      ["view.change", "admin", { name: "Everybody's", changed: ["name"] }],
      ["view.delete", "ada", { name: "Everybody's" }],
      ["view.create", "ada", { name: "Second" }],
      ["view.delete", "ada", { name: "Second" }],
    ]);
  });

  it("keep what is not changed, and the settings as given", async () => {
    const settings = {
      ...defaultListSettings,
      form: "table" as const,
      columns: [{ id: "var.plan" as const, width: 80 }],
    };
    const view = await added(ada, { name: "Plans", search: "var.plan=pro&sort=createdAt", settings });
    expect(view.settings).toEqual(settings);
    expect(newView.safeParse({ name: "x", search: "", settings: { ...settings, form: "cloud" } }).success).toBe(false);
    expect(await changeView(ada, view.id, { position: 7 })).toMatchObject({
      ...view,
      position: 7,
      updatedAt: expect.any(String),
    });
    expect(await changeView(ada, view.id, { settings: null, search: "status=closed" })).toMatchObject({
      ...{ settings: null, search: "status=closed", name: "Plans" },
    });
  });

  it("open the inbox of users who selected one, until it is deleted or no longer shared", async () => {
    const shared = await added(ada, { name: "Ours", search: "label=refund", isShared: true });
    await chooseDefaultView(grace, shared.id);
    expect(await defaultViewOf(grace)).toMatchObject({ id: shared.id, isDefault: true });
    expect(await defaultViewOf(ada)).toBeNull();
    await changeView(ada, shared.id, { isShared: false });
    expect(await defaultViewOf(grace)).toBeNull();
    expect(await chooseDefaultView(grace, shared.id)).toBeInstanceOf(Refusal);
    await chooseDefaultView(ada, shared.id);
    await chooseDefaultView(ada, null);
    expect(await defaultViewOf(ada)).toBeNull();
    await chooseDefaultView(ada, shared.id);
    await removeView(ada, shared.id);
    expect(await store.reader.defaultView.count()).toBe(0);
  });

  it("are deleted with their owner, except shared ones, which an admin can take over", async () => {
    const leaving = await person(`leaving-${Math.random()}`, "agent");
    await added(leaving, { name: "Private", search: "" });
    const shared = await added(leaving, { name: "Left behind", search: "status=open", isShared: true });
    await chooseDefaultView(leaving, shared.id);
    await removeAccount(leaving.userId, 1n);
    expect(await namesFor(ada)).toEqual(["Left behind"]);
    expect(await store.reader.savedView.count()).toBe(1);
    expect(await store.reader.defaultView.count()).toBe(0);
    expect(await changeView(ada, shared.id, { name: "x" })).toMatchObject({ code: "forbidden" });
    expect(await changeView(admin, shared.id, { isShared: false })).toMatchObject({ owner: { name: "admin" } });
  });

  it("count their conversations", async () => {
    const view = await added(ada, { name: "Closed", search: "status=closed" });
    await store.records.savedView.update({ where: { id: view.id }, data: { position: -1 } });
    const old = await added(ada, { name: "Of another version", search: "" });
    await store.records.savedView.update({ where: { id: old.id }, data: { search: "mood=bad" } });
    const closed = await store.reader.conversation.count({ where: { status: "closed" } });
    expect(await countsOfViews(ada)).toEqual({
      data: [
        { id: view.id, count: closed, isMore: false },
        { id: old.id, count: null, isMore: false },
      ],
    });
  });

  it("are stored in normal form, with only the list's parameters", () => {
    const read = (search: string) => newView.safeParse({ name: "x", search });
    expect(read("sort=-lastEventAt&q=%20kettle&status=open").data?.search).toBe(
      read("status=open&q=kettle").data?.search,
    );
    for (const search of ["event=12", "status=ajar", "sort=mood", "javascript:alert(1)"]) {
      expect(read(search).error?.issues[0]?.path).toEqual(["search"]);
    }
    expect(newView.safeParse({ name: "  ", search: "" }).success).toBe(false);
  });

  async function person(name: string, role: Role): Promise<UserViewer> {
    const account = await addAccount({
      name,
      role,
      email: `${name}@example.com`,
      password: "correct horse battery staple",
    });
    if (!account.ok) throw new Error(account.message);
    return { ...testUser(role), userId: account.userId, name };
  }

  async function added(viewer: UserViewer, view: NewView) {
    const made = await addView(viewer, newView.parse(view));
    if (made instanceof Refusal) throw new Error(made.message);
    return made;
  }
});
