import { notify } from "@/components/ui/notices/notify";

/** Shows in a notice why a change failed. */
export function tellFailure(error: Error): void {
  notify.error(error.message);
}
