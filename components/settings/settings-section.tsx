import { type ReactNode, useId } from "react";

interface SettingsSectionProps {
  title: string;
  description?: string;
  children: ReactNode;
}

export function SettingsSection({ title, description, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="border-line not-first-of-type:mt-8 not-first-of-type:border-t not-first-of-type:pt-8"
    >
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {description !== undefined && <p className="mt-1 max-w-xl text-sm text-pretty text-muted">{description}</p>}
      <div className="mt-4 flex flex-col gap-4">{children}</div>
    </section>
  );
}
