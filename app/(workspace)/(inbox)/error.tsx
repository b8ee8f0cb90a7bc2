"use client";

import { PageError, type PageErrorProps } from "@/components/shell/page-error";

export default function InboxError(props: PageErrorProps) {
  return <PageError {...props} />;
}
