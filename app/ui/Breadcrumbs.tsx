import { ChevronRight } from "lucide-react";

export interface Breadcrumb {
  label: string;
  href?: string | undefined;
}

interface BreadcrumbsProps {
  /** From the root to the page itself, which comes last. */
  items: readonly Breadcrumb[];
  label?: string | undefined;
}

export function Breadcrumbs({ items, label = "Breadcrumbs" }: BreadcrumbsProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted-foreground">
        {items.map((item, index) => (
          <li key={item.label} className="flex items-center gap-1.5">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 rtl:rotate-180" />}
            {item.href ? (
              <a href={item.href} className="touch-room rounded-sm hover:text-foreground hover:underline">
                {item.label}
              </a>
            ) : (
              <span aria-current={index === items.length - 1 ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
