import { clsx } from "clsx";
import type { ComponentPropsWithoutRef } from "react";

export interface ButtonLook {
  variant?: "primary" | "secondary" | "danger" | "quiet" | undefined;
  /** `icon` and `tiny` are square; give the button an `aria-label` then. */
  size?: "tiny" | "small" | "medium" | "large" | "icon" | undefined;
  wide?: boolean | undefined;
}

export type ButtonProps = ButtonLook & Omit<ComponentPropsWithoutRef<"button">, "className" | "style">;
export type ButtonLinkProps = ButtonLook &
  Omit<ComponentPropsWithoutRef<"a">, "className" | "style"> & { href: string };

const SHAPE = clsx(
  "inline-flex cursor-pointer items-center justify-center gap-2 rounded-lg border text-center font-medium",
  "transition-colors disabled:cursor-not-allowed disabled:opacity-55",
  "aria-disabled:pointer-events-none aria-disabled:opacity-70 print:hidden",
);

const VARIANT = {
  primary: "border-primary-edge bg-primary text-primary-foreground hover:bg-primary-hover",
  secondary: "border-border bg-card hover:border-input hover:bg-muted",
  danger: "border-destructive-fill bg-destructive-fill text-destructive-foreground hover:underline",
  quiet: "border-transparent text-muted-foreground hover:bg-muted hover:text-foreground",
};

const SIZE = {
  tiny: "size-6 pointer-coarse:size-11",
  small: "min-h-8 px-2.5 text-sm pointer-coarse:min-h-11 pointer-coarse:min-w-11",
  medium: "min-h-9 px-3.5 py-1 text-sm pointer-coarse:min-h-11",
  large: "min-h-11 px-5 py-2",
  icon: "size-9 pointer-coarse:size-11",
};

function look({ variant = "secondary", size = "medium", wide }: ButtonLook) {
  return clsx(SHAPE, VARIANT[variant], SIZE[size], wide && "w-full");
}

export function Button({ variant, size, wide, type = "button", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={look({ variant, size, wide })} />;
}

export function ButtonLink({ variant, size, wide, ...rest }: ButtonLinkProps) {
  return <a {...rest} className={look({ variant, size, wide })} />;
}
