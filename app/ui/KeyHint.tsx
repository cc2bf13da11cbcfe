import type { ReactNode } from "react";

/** A key on the keyboard. Whoever hears the page is told by `aria-keyshortcuts`; without scripts no key does anything. */
export function KeyHint({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="rounded border border-current px-1 font-sans text-xs leading-4 opacity-80 noscript:hidden pointer-coarse:hidden"
    >
      {children}
    </kbd>
  );
}
