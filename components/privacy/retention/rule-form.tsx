"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DialogActions } from "@/components/form/dialog-actions";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { Labelled } from "@/components/form/labelled";
import { useSubmission } from "@/components/form/use-submission";
import { Select } from "@/components/ui/select";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { categoryOf, type RetentionRule, retentionCategoryNames } from "@/lib/api/retention";
import type { RetentionPreview } from "@/lib/api/schemas/privacy/retention";
import { filterTextOf } from "./filter-text-of";
import { readFilterText } from "./read-filter-text";
import { RulePreview } from "./rule-preview";

type Previewed = RetentionPreview["data"][number];

interface RuleFormProps {
  rules: readonly RetentionRule[];
  rule: RetentionRule | null;
  onDone: () => void;
}

/** Previews a rule, then saves it. */
export function RuleForm({ rules, rule, onDone }: RuleFormProps) {
  const router = useRouter();
  const others = rules.filter((one) => one !== rule);
  const offered = retentionCategoryNames.filter(
    (name) => categoryOf(name).hasFilter || others.every(({ category }) => category !== name),
  );
  const [category, setCategory] = useState(rule?.category ?? offered[0]);
  const [preview, setPreview] = useState<Previewed | null>(null);
  const [fault, setFault] = useState<string>();
  const { onSubmit, isSending, error } = useSubmission(async ({ days = "", filter = "" }) => {
    if (category === undefined) return;
    const read = readFilterText(filter);
    setFault("problem" in read ? read.problem : undefined);
    if ("problem" in read) return;
    const { action } = categoryOf(category);
    const changed = { ...(rule && { id: rule.id }), category, filter: read.query, ageDays: Number(days), action };
    if (preview === null) {
      const { data } = await call(endpoints.previewRetention, { body: { rules: [changed] } });
      setPreview(data[0] ?? null);
      return;
    }
    const all = rule === null ? [...rules, changed] : rules.map((one) => (one === rule ? changed : one));
    await call(endpoints.setRetention, { body: { rules: all } });
    router.refresh();
    onDone();
  });
  if (category === undefined) return <p className="text-sm">There is a rule for everything already.</p>;
  const { effect, hasFilter, leastDays } = categoryOf(category);
  return (
    <form onSubmit={onSubmit} onChange={() => setPreview(null)} method="post" className="flex flex-col gap-4">
      <FormError message={error} />
      <Labelled label="Data" hint={effect}>
        {(labelled) => (
          <Select
            {...labelled}
            value={category}
            onChange={({ target }) => setCategory(offered.find((name) => name === target.value))}
          >
            {offered.map((name) => (
              <option key={name} value={name}>
                {categoryOf(name).label}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Field
        label="Age in days"
        name="days"
        type="number"
        inputMode="numeric"
        hint={hasFilter ? "Since the conversation's last event." : undefined}
        defaultValue={rule?.ageDays ?? 365}
        min={leastDays}
        max={36_500}
        required
        className="max-w-40"
      />
      {hasFilter && (
        <Field
          label="Only conversations that match"
          name="filter"
          placeholder="label:vip status:closed"
          hint="As in the inbox's search box. Leave it empty for all."
          error={fault}
          defaultValue={rule === null ? "" : filterTextOf(rule.filter)}
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
        />
      )}
      {preview !== null && <RulePreview category={category} preview={preview} />}
      <DialogActions aria-disabled={isSending}>{preview === null ? "Preview" : "Save rule"}</DialogActions>
    </form>
  );
}
