import { expect, it } from "vitest";
import { statementsOf } from "./statements-of";

it("splits a script at the semicolons that end a statement", () => {
  const script = `-- A comment; with a semicolon
CREATE TABLE "a;b" ("x" TEXT DEFAULT ';''');
CREATE TRIGGER "t" AFTER INSERT ON "a" BEGIN
    INSERT INTO "b" VALUES (1);
    DELETE FROM "c";
END;
CREATE FUNCTION "f"() RETURNS trigger LANGUAGE plpgsql AS $body$BEGIN
    RETURN NULL;
END$body$;
CREATE TRIGGER "u" AFTER INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION "f"();
UPDATE "a" SET "x" = "x" - 1 -- no semicolon at the end
`;
  expect(statementsOf(script).map((statement) => statement.slice(0, 20))).toEqual([
    'CREATE TABLE "a;b" (',
    'CREATE TRIGGER "t" A',
    'CREATE FUNCTION "f"(',
    'CREATE TRIGGER "u" A',
    'UPDATE "a" SET "x" =',
  ]);
});
