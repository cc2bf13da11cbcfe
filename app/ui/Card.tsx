import { clsx } from "clsx";
import type { ReactNode } from "react";

interface CardProps {
  title?: string | undefined;
  /** Beside the title: a status badge. */
  badge?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
  /** The anchor of the section; its heading becomes `<id>-title`. */
  id?: string | undefined;
  headingLevel?: 2 | 3 | undefined;
  /** For a table or list that should reach the edges. */
  flush?: boolean | undefined;
}

export function Card({
  title,
  badge,
  description,
  actions,
  footer,
  children,
  id,
  headingLevel = 2,
  flush,
}: CardProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const titleId = id && title && `${id}-title`;
  return (
    <section id={id} aria-labelledby={titleId || undefined} className="surface overflow-hidden">
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 py-4 sm:px-6">
          <div className="grid max-w-prose gap-1">
            {title && (
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Heading id={titleId || undefined} className="font-semibold">
                  {title}
                </Heading>
                {badge}
              </div>
            )}
            {description && <div className="text-sm text-pretty text-muted-foreground">{description}</div>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children && (
        <div className={clsx(!flush && "px-5 pb-5 sm:px-6 sm:pb-6", !flush && !title && "pt-5")}>
          {children}
        </div>
      )}
      {footer && (
        <footer className="border-t border-border bg-background px-5 py-3 text-sm text-muted-foreground sm:px-6">
          {footer}
        </footer>
      )}
    </section>
  );
}
