"use client";

import { ChevronRight, Copy, Route } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { Capped } from "@/components/ui/capped";
import { classNames } from "@/components/ui/class-names";
import { copyText } from "@/components/ui/copy-button";
import { notify } from "@/components/ui/notices/notify";
import { ExactNumber, leafText, memberPath, membersOf, writeJson } from "./read-json";

interface JsonTreeProps {
  value: unknown;
  /** Members without this text in a name or value are hidden, and matches are marked. */
  search: string;
}

/** JSON as a collapsible tree; each member can copy its value or path. */
export function JsonTree({ value, search }: JsonTreeProps) {
  const openTo = useMemo(() => depthWithin(value, openedAtOnce), [value]);
  const needle = search.trim().toLowerCase();
  if (needle !== "" && !holds("$", value, needle)) {
    return <p className="px-4 py-6 text-center text-sm text-muted">No match for “{search}” in this event.</p>;
  }
  return (
    <ul className="py-1 pr-2 font-mono text-xs leading-5">
      <Member name="$" path="$" value={value} needle={needle} depth={0} openTo={openTo} />
    </ul>
  );
}

/** Members rendered initially: in total, and of one object or list. */
const openedAtOnce = 500;
const membersAtOnce = 100;
const maxOpenDepth = 5;

/** How many levels can be expanded with at most `most` members. */
function depthWithin(value: unknown, most: number): number {
  let level = [value];
  let members = 0;
  for (let depth = 0; depth < maxOpenDepth; depth += 1) {
    level = level.flatMap(
      (item) =>
        membersOf(item)
          ?.slice(0, membersAtOnce)
          .map(([, member]) => member) ?? [],
    );
    members += level.length;
    if (members > most) return Math.max(1, depth);
  }
  return maxOpenDepth;
}

const maxLeafLength = 10_000;

/** A value; a long one is truncated, with the rest on demand. */
function LeafText({ text, needle }: { text: string; needle: string }) {
  const [whole, setWhole] = useState(false);
  if (whole || text.length <= maxLeafLength) return marked(text, needle);
  return (
    <>
      {marked(text.slice(0, maxLeafLength), needle)}
      <button
        type="button"
        onClick={() => setWhole(true)}
        className="block font-sans text-muted underline hover:text-text"
      >
        Show all {text.length.toLocaleString("en")} characters
      </button>
    </>
  );
}

interface MemberProps {
  name: string | number;
  path: string;
  value: unknown;
  needle: string;
  depth: number;
  /** Members below this level are collapsed initially. */
  openTo: number;
}

function Member({ name, path, value, needle, depth, openTo }: MemberProps) {
  const members = membersOf(value);
  const [opened, setOpened] = useState(depth < openTo);
  const open = opened || needle !== "";
  const named = String(name).toLowerCase().includes(needle);
  const shown = needle === "" || named ? members : members?.filter(([key, inner]) => holds(key, inner, needle));

  return (
    <li>
      <div className="group flex items-start gap-1 rounded hover:bg-hover" style={{ paddingLeft: 8 + depth * 12 }}>
        {members ? (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpened(!open)}
            className="flex min-w-0 items-center gap-1 text-left"
          >
            <ChevronRight
              aria-hidden="true"
              className={classNames("size-3 shrink-0 text-faint", open && "rotate-90")}
            />
            <span className="text-muted">{marked(String(name), needle)}</span>
            <span className="text-faint">{Array.isArray(value) ? `[${members.length}]` : `{${members.length}}`}</span>
          </button>
        ) : (
          <span className="min-w-0 pl-4 [overflow-wrap:anywhere]">
            <span className="text-muted">{marked(String(name), needle)}: </span>
            <span className={leafHue(value)}>
              <LeafText text={leafText(value)} needle={needle} />
            </span>
          </span>
        )}
        <span className="ml-auto flex shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 coarse:opacity-100">
          <TreeAction label={`Copy value of ${path}`} onAct={() => copy(plainText(value), "Value copied")}>
            <Copy />
          </TreeAction>
          <TreeAction label={`Copy path ${path}`} onAct={() => copy(path, "Path copied")}>
            <Route />
          </TreeAction>
        </span>
      </div>
      {open && shown && shown.length > 0 && (
        <Capped items={shown} noun="members" limit={membersAtOnce}>
          {(capped) => (
            <ul>
              {capped.map(({ item: [key, inner] }) => (
                <Member
                  key={key}
                  name={key}
                  path={memberPath(path, key)}
                  value={inner}
                  needle={named && needle !== "" ? "" : needle}
                  depth={depth + 1}
                  openTo={openTo}
                />
              ))}
            </ul>
          )}
        </Capped>
      )}
    </li>
  );
}

function TreeAction({ label, onAct, children }: { label: string; onAct: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onAct}
      className="flex size-5 items-center justify-center rounded text-faint hover:bg-line hover:text-text [&_svg]:size-3"
    >
      {children}
    </button>
  );
}

async function copy(text: string, done: string): Promise<void> {
  if (await copyText(text)) notify.success(done);
  else notify.error("The browser did not allow copying.");
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : writeJson(value);
}

function holds(name: string | number, value: unknown, needle: string): boolean {
  if (String(name).toLowerCase().includes(needle)) return true;
  const members = membersOf(value);
  if (members === null) return leafText(value).toLowerCase().includes(needle);
  return members.some(([key, inner]) => holds(key, inner, needle));
}

function marked(text: string, needle: string): ReactNode {
  const at = needle === "" ? -1 : text.toLowerCase().indexOf(needle);
  if (at < 0) return text;
  const end = at + needle.length;
  return [text.slice(0, at), <mark key="hit">{text.slice(at, end)}</mark>, text.slice(end)];
}

function leafHue(value: unknown): string {
  if (typeof value === "number" || value instanceof ExactNumber) return "text-visitor";
  if (typeof value === "boolean") return "text-bot";
  return value === null ? "text-faint" : "text-text";
}
