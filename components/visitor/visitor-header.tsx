import { Mail, Phone } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import type { Visitor } from "@/lib/api/schemas/visitor";

export function VisitorHeader({ visitor: { id, name, email, phone } }: { visitor: Visitor }) {
  return (
    <header className="flex items-start gap-4">
      <Avatar actor={{ type: "visitor", id, email, name }} size="large" className="size-12! text-sm!" />
      <div className="min-w-0">
        <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">
          {name ?? email ?? phone ?? "Unnamed visitor"}
        </h1>
        <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
          {email && (
            <span className="flex items-center gap-1.5 break-all">
              <Mail aria-label="E-mail" className="size-3.5 shrink-0" /> {email}
            </span>
          )}
          {phone && (
            <span className="tabular flex items-center gap-1.5">
              <Phone aria-label="Phone" className="size-3.5 shrink-0" /> {phone}
            </span>
          )}
        </p>
      </div>
    </header>
  );
}
