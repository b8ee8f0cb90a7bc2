"use client";

import { useChange } from "@/components/settings/use-change";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";

interface RevealSwitchProps {
  isAllowed: boolean;
  canChange: boolean;
}

/** Whether users without the permission `personal` may unmask a conversation. */
export function RevealSwitch({ isAllowed, canChange }: RevealSwitchProps) {
  const { isPending, variables, mutate } = useChange((reveal: boolean) =>
    call(endpoints.setMasking, { body: { reveal } }),
  );
  const isOn = isPending ? variables : isAllowed;
  return (
    <div>
      <label className="flex min-h-10 items-center gap-3 text-sm">
        <input
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          checked={isOn}
          disabled={isPending || !canChange}
          onChange={(event) => mutate(event.target.checked)}
          className="size-4 accent-accent"
        />
        Allow showing personal data
      </label>
      {!canChange && <p className="text-sm text-muted">Only an admin can change this.</p>}
    </div>
  );
}
