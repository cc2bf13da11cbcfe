import { clsx } from "clsx";
import type { ReactNode } from "react";

export interface PortalLink {
  label: string;
  href: string;
}

interface PortalFooterProps {
  links: readonly PortalLink[];
  className: string;
  children?: ReactNode;
}

/** Support, terms and privacy, as far as the partner has given them, and what a page puts beside them. */
export function PortalFooter({ links, className, children }: PortalFooterProps) {
  return (
    <footer className="border-t border-border print:hidden">
      <div className={clsx(className, "flex flex-wrap items-center justify-between gap-x-10 gap-y-2 py-4")}>
        {links.length > 0 && (
          <ul className="flex min-w-0 flex-wrap gap-x-6 text-sm text-muted-foreground">
            {links.map(({ label, href }) => (
              <li key={label} className="min-w-0">
                <a
                  href={href}
                  className="block rounded-sm py-1 break-words underline-offset-4 hover:underline"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </footer>
  );
}
