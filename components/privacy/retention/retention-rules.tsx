"use client";

import { ConfirmButton } from "@/components/settings/confirm-button";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { categoryOf, daysText, describeRule, type RetentionRule } from "@/lib/api/retention";
import { filterTextOf } from "./filter-text-of";
import { RuleDialog } from "./rule-dialog";

/** The retention rules, which can be added, changed and removed. */
export function RetentionRules({ rules }: { rules: readonly RetentionRule[] }) {
  return (
    <>
      {rules.length === 0 ? (
        <p className="text-sm text-muted">No rules: everything is kept.</p>
      ) : (
        <table aria-label="Retention rules" className="w-full max-w-3xl border-y border-line text-sm">
          <thead className="text-left text-xs text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="py-1.5 font-medium">
                Data
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium">
                Age
              </th>
              <th scope="col">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} rules={rules} />
            ))}
          </tbody>
        </table>
      )}
      <RuleDialog rules={rules} rule={null} />
    </>
  );
}

function RuleRow({ rule, rules }: { rule: RetentionRule; rules: readonly RetentionRule[] }) {
  const { label, effect } = categoryOf(rule.category);
  return (
    <tr className="align-top">
      <td className="py-2.5">
        <span className="font-medium">{label}</span>
        {rule.filter !== "" && (
          <code dir="auto" className="block font-mono text-xs [overflow-wrap:anywhere]">
            {filterTextOf(rule.filter)}
          </code>
        )}
        <span className="block text-pretty text-muted">{effect}</span>
      </td>
      <td className="tabular px-3 py-2.5 whitespace-nowrap">{daysText(rule.ageDays)}</td>
      <td className="py-2.5">
        <div className="flex justify-end gap-2 max-sm:flex-col max-sm:items-end">
          <RuleDialog rules={rules} rule={rule} />
          <ConfirmButton
            variant="danger"
            label={`Remove the rule: ${describeRule(rule)}`}
            title="Remove this rule?"
            description="What has not expired yet is then kept. What is gone stays gone."
            action="Remove"
            onConfirm={() =>
              call(endpoints.setRetention, { body: { rules: rules.filter(({ id }) => id !== rule.id) } })
            }
          >
            Remove
          </ConfirmButton>
        </div>
      </td>
    </tr>
  );
}
