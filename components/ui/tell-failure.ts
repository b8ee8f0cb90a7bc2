import { toast } from "sonner";

/** Shows in a notice why a change failed. */
export function tellFailure(error: Error): void {
  toast.error(error.message);
}
