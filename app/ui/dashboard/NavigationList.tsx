import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";

export interface NavigationItem {
  label: string;
  href: string;
  icon: LucideIcon;
  current?: boolean | undefined;
}

interface NavigationListProps {
  items: readonly NavigationItem[];
  reloadDocument?: boolean | undefined;
}

export function NavigationList({ items, reloadDocument = false }: NavigationListProps) {
  return (
    <nav aria-label="Main">
      <ul className="grid gap-0.5">
        {items.map(({ label, href, icon: Icon, current }) => (
          <li key={href}>
            <Link
              to={href}
              reloadDocument={reloadDocument}
              aria-current={current ? "page" : undefined}
              className={clsx(
                "flex min-h-9 items-center gap-3 rounded-lg px-2.5 text-sm font-medium pointer-coarse:min-h-11",
                current
                  ? "bg-info-soft text-info forced-colors:underline"
                  : "text-muted-foreground hover:bg-muted hover:text-foreground",
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
