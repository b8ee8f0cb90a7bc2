"use client";

import { Tooltip } from "radix-ui";
import { Notices } from "@/components/ui/notices/notices";
import { SecondFactorSetup } from "./second-factor-setup";

/** The setup with the providers that pages behind the sign-in have. */
export default function SetupOutsideWorkspace({ onDone }: { onDone: () => void }) {
  return (
    <Tooltip.Provider>
      <SecondFactorSetup onDone={onDone} />
      <Notices />
    </Tooltip.Provider>
  );
}
