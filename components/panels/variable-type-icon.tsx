import {
  AtSign,
  Braces,
  Calendar,
  CircleSlash,
  Hash,
  Link2,
  type LucideIcon,
  Phone,
  ToggleLeft,
  Type,
} from "lucide-react";
import { jsonKind } from "@/components/values/json-kind";
import type { Variable } from "@/lib/conversation/conversation";

/** The sender's name for the type; on hover also the value's JSON type, if different. */
export function VariableTypeIcon({ variable }: { variable: Pick<Variable, "type" | "value"> }) {
  const kind = jsonKind(variable.value, variable.type);
  const Icon = declared[variable.type.toLowerCase()] ?? byKind[kind];
  const agrees = variable.type === kind || variable.type === typeof variable.value;
  const title = agrees ? variable.type : `${variable.type}, sent as ${kind}`;
  return (
    <span title={title} className="translate-y-px">
      <Icon aria-hidden="true" className="size-3 text-faint" />
      <span className="sr-only">{title}</span>
    </span>
  );
}

const declared: Record<string, LucideIcon> = {
  date: Calendar,
  datetime: Calendar,
  email: AtSign,
  phone: Phone,
  url: Link2,
  number: Hash,
  boolean: ToggleLeft,
};

const byKind = { text: Type, number: Hash, boolean: ToggleLeft, null: CircleSlash, structure: Braces };
