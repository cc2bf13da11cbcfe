import { clsx } from "clsx";
import type { ReactNode } from "react";
import { type PortalLink, PortalLinks } from "./PortalLinks";

interface PortalFooterProps {
  links: readonly PortalLink[];
  className: string;
  children?: ReactNode;
}

/** The partner's links, and what a page puts beside them. */
export function PortalFooter({ links, className, children }: PortalFooterProps) {
  return (
    <footer className="border-t border-border print:hidden">
      <div className={clsx(className, "flex flex-wrap items-center justify-between gap-x-10 gap-y-2 py-4")}>
        <PortalLinks links={links} />
        {children}
      </div>
    </footer>
  );
}
