import { notify } from "@/components/ui/notices/notify";

/** Shows a failed mutation's error in a notice. */
export function tellFailure(error: Error): void {
  notify.error(error.message);
}
