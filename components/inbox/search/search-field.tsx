"use client";

import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef } from "react";
import type { Completions } from "@/components/form/completions/use-completion-menu";
import { takeEarlyText } from "@/components/ui/keys/early-keys";
import { isTyping } from "@/components/ui/keys/is-typing";
import type { Problem } from "@/lib/filter-text/problem";
import type { SearchText } from "./use-search-text";

interface SearchFieldProps {
  search: SearchText;
  completions: Completions;
  inputRef: Ref<HTMLInputElement>;
  placeholder: string;
  problemsId: string;
  /** Called on Backspace at the start of the text. */
  onEraseBefore: () => void;
}

/** The text input, with wavy underlines for problems. */
export function SearchField({
  search,
  completions,
  inputRef,
  placeholder,
  problemsId,
  onEraseBefore,
}: SearchFieldProps) {
  const { text, caret, problems } = search;
  const input = useRef<HTMLInputElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  useImperativeHandle(inputRef, () => input.current as HTMLInputElement, []);

  // After a completion changes the text, the cursor is placed after the inserted part.
  useLayoutEffect(() => {
    const field = input.current;
    if (field !== null && document.activeElement === field && field.selectionStart !== caret && field.value === text) {
      if (field.selectionStart === field.selectionEnd) field.setSelectionRange(caret, caret);
    }
  }, [text, caret]);

  // Text typed before hydration, into the field or after a slash.
  const takeEarly = useRef(() => {
    const field = input.current;
    if (field === null || document.querySelector("[data-conversation-loading]") !== null) return;
    const early = takeEarlyText(({ key, target, ctrlKey, metaKey }) => {
      return key === "/" && !ctrlKey && !metaKey && !isTyping(target);
    });
    if (early !== null) field.focus();
    const typed = early ?? field.value;
    if (typed !== text) search.write(typed, typed.length);
  });
  useLayoutEffect(() => takeEarly.current(), []);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (completions.onKeyDown(event)) return;
    if (event.key === "Backspace" && text === "") onEraseBefore();
    if (event.key === "Enter") search.apply();
    if (event.key !== "Escape") return;
    if (text === "" || search.isWhole) event.currentTarget.blur();
    else search.write("", 0);
  }

  return (
    <div className="relative flex h-6 min-w-16 flex-1 items-center overflow-hidden">
      <Marks ref={mirror} text={text} problems={problems} />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search conversations"
        aria-autocomplete="list"
        aria-expanded={completions.isOpen}
        aria-controls={completions.listId}
        aria-activedescendant={completions.active < 0 ? undefined : completions.optionId(completions.active)}
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={problems.length > 0 ? problemsId : undefined}
        value={text}
        onChange={({ target }) => search.write(target.value, target.selectionStart ?? target.value.length)}
        onSelect={({ currentTarget }) => search.moveCaret(currentTarget.selectionStart ?? 0, currentTarget.value)}
        onScroll={({ currentTarget }) => {
          if (mirror.current) mirror.current.scrollLeft = currentTarget.scrollLeft;
        }}
        onKeyDown={onKeyDown}
        onFocus={() => completions.setFocused(true)}
        onBlur={() => {
          completions.setFocused(false);
          search.apply();
        }}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        className="relative h-6 w-full bg-transparent text-sm outline-none"
      />
    </div>
  );
}

/** A layer behind the field with the same text in the same position, invisible except for its underlines. */
function Marks({ ref, text, problems }: { ref: Ref<HTMLDivElement>; text: string; problems: readonly Problem[] }) {
  const sorted = [...problems].sort((one, other) => one.at.start - other.at.start);
  return (
    <div
      ref={ref}
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 overflow-hidden text-sm leading-6 whitespace-pre text-transparent coarse:text-[1rem]"
    >
      {sorted.map(({ at }, place) => (
        <span key={`${at.start}-${at.end}`}>
          {text.slice(sorted[place - 1]?.at.end ?? 0, at.start)}
          <span className="underline decoration-warning decoration-wavy decoration-from-font underline-offset-3">
            {text.slice(at.start, at.end) || " "}
          </span>
        </span>
      ))}
    </div>
  );
}
