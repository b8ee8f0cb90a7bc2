import { type ComponentProps, cloneElement, isValidElement } from "react";
import { classNames } from "./class-names";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: keyof typeof variants | undefined;
  size?: keyof typeof sizes | undefined;
  /** Renders the only child (such as a link) as the button. */
  asChild?: boolean | undefined;
};

export function Button({ variant = "secondary", size = "medium", asChild = false, className, ...rest }: ButtonProps) {
  const look = classNames(base, variants[variant], sizes[size], className);
  if (!asChild) return <button type="button" className={look} {...rest} />;
  const { children, ...own } = rest;
  return isValidElement<ComponentProps<"button">>(children)
    ? cloneElement(children, { ...own, className: classNames(look, children.props.className) })
    : null;
}

const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-lg font-medium whitespace-nowrap select-none " +
  "transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

const variants = {
  primary: "bg-text text-background hover:bg-text/90",
  secondary: "border border-line bg-pane text-text hover:bg-hover hover:border-line-strong",
  quiet: "text-muted hover:bg-hover hover:text-text",
  danger: "border border-line bg-pane text-danger hover:bg-danger-soft hover:border-danger/40",
};

const sizes = {
  small: "h-7 px-2.5 text-xs",
  medium: "h-8 px-3 text-sm coarse:h-10",
  large: "h-10 px-4 text-base",
};
