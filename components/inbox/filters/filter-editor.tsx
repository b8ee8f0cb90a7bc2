"use client";

import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import type { Field } from "@/lib/filter-text/fields";
import type { FilterSubject } from "./filter-chips";
import { ListFilterEditor } from "./list-filter-editor";
import { RangeEditor } from "./range-editor";
import { VariableEditor } from "./variable-editor";

export interface FilterEditorProps extends Pick<InboxFilters, "filters" | "change"> {
  subject: FilterSubject;
}

/** Edits all filters on one subject; each change is applied immediately. */
export default function FilterEditor({ subject, ...inbox }: FilterEditorProps) {
  if (subject.kind === "variable") return <VariableEditor name={subject.name} {...inbox} />;
  const { field } = subject;
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-xs text-muted">
        <span className="font-medium text-text">{field.definition.label}</span> · {field.help}
      </p>
      <FieldEditor field={field} {...inbox} />
    </div>
  );
}

function FieldEditor({ field, filters, change }: Pick<InboxFilters, "filters" | "change"> & { field: Field }) {
  if (field.isList) return <ListFilterEditor field={field} filters={filters} change={change} />;
  if (field.definition.kind !== "yes or no") return <RangeEditor field={field} filters={filters} change={change} />;
  return (
    <SegmentedChoice
      name={field.definition.label}
      value={String(filters[field.filter] ?? "")}
      options={[
        { value: "", name: "Any" },
        { value: "yes", name: "Yes" },
        { value: "no", name: "No" },
      ]}
      onChoose={(value) => change({ [field.filter]: value === "" ? null : value })}
    />
  );
}
