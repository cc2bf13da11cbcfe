import { clsx } from "clsx";

/** The box of a control. Sixteen pixels on touch, because iOS zooms the page into anything smaller. */
export const CONTROL = clsx(
  "w-full rounded-lg border border-input bg-card text-sm pointer-coarse:text-base",
  "aria-invalid:border-destructive",
  "disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground [&[readonly]]:bg-muted",
);

export const CONTROL_HEIGHT = "min-h-9 px-3 py-1.5 pointer-coarse:min-h-11";
