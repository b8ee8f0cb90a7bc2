import type { AccessAction, SubjectType } from "@/lib/access/audit-actions";

/** What a successful response shows of people, for the access log: one conversation, one visitor, …, or a list. */
export type Reads =
  | {
      action: AccessAction;
      /** The subject's type; its id is this parameter of the path. */
      subject: SubjectType;
      parameter: string;
    }
  | {
      action: AccessAction;
      /** The name of the list: the entry has its filters. */
      list: string;
    };
