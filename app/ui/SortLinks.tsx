import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { Column } from "./DataTableCell";

/** What the heads of a table do where its rows are stacked and the heads are out of sight. */
export function SortLinks<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  if (!columns.some(({ sort }) => sort)) return null;
  return (
    <nav
      aria-label="Sort by"
      className="hidden flex-wrap items-center gap-x-5 bg-background px-5 py-2 text-sm text-muted-foreground stacked:flex stacked:sm:px-6 print:hidden"
    >
      <span aria-hidden>Sort by</span>
      {columns.map(
        ({ key, header, sort }) =>
          sort && <SortLink key={key} header={header} href={sort.href} order={sort.order} />,
      )}
    </nav>
  );
}

interface SortLinkProps {
  header: string;
  href: string;
  order?: "ascending" | "descending" | undefined;
}

function SortLink({ header, href, order }: SortLinkProps) {
  const Arrow = order === "descending" ? ArrowDown : ArrowUp;
  return (
    <a
      href={href}
      className={clsx(
        "inline-flex min-h-8 items-center gap-1 rounded-sm underline decoration-1 underline-offset-4 hover:text-foreground pointer-coarse:min-h-11",
        order && "font-semibold text-foreground",
      )}
    >
      {header}
      {order && <Arrow aria-hidden className="size-3.5" />}
      {order && <span className="sr-only">, {order}</span>}
    </a>
  );
}
