"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { describeRule, type RetentionRule } from "@/lib/api/retention";
import { RuleForm } from "./rule-form";

interface RuleDialogProps {
  rules: readonly RetentionRule[];
  /** The rule to change; null for a new one. */
  rule: RetentionRule | null;
}

/** A button with a dialog that adds or changes a rule. */
export function RuleDialog({ rules, rule }: RuleDialogProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        {rule === null ? (
          <Button className="self-start">Add rule</Button>
        ) : (
          <Button size="small" aria-label={`Edit the rule: ${describeRule(rule)}`}>
            Edit
          </Button>
        )}
      </DialogTrigger>
      <DialogContent title={rule === null ? "Add a retention rule" : "Edit the retention rule"}>
        <RuleForm rules={rules} rule={rule} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}
