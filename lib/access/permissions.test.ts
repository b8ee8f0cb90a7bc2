import { expect, it } from "vitest";
import { can, type Permission, permissions, permissionsOf, roles } from "./permissions";

it.each([
  ["admin", "read personal raw export analytics operate manage privacy"],
  ["privacy", "read personal raw export analytics privacy"],
  ["agent", "read personal raw export analytics"],
  ["analyst", "read export analytics"],
  ["viewer", "read"],
])("%s has these permissions: %s", (role, expected) => {
  const viewer = { permissions: permissionsOf(role) };
  expect(permissions.filter((permission) => can(viewer, permission)).join(" ")).toBe(expected);
});

it("has five roles", () => {
  expect(roles).toEqual(["admin", "privacy", "agent", "analyst", "viewer"]);
});

it.each(["", "member", "Admin", "constructor", "__proto__"])("grants nothing to the unknown role %j", (role) => {
  expect(permissionsOf(role).size).toBe(0);
});

it("grants no unknown permission", () => {
  expect(can({ permissions: permissionsOf("admin") }, "fly" as Permission)).toBe(false);
});

it("grants exact texts only together with personal data", () => {
  expect(can({ permissions: new Set(["read", "raw"]) }, "raw")).toBe(false);
});
