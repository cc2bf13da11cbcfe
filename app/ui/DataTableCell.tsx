import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";

/** What becomes of a column where rows are stacked: the first line's left or right, a labelled line, the last line, or nothing. */
export type ColumnPriority = "title" | "figure" | "detail" | "actions" | "wide-only";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end" | undefined;
  priority?: ColumnPriority | undefined;
  /** A link that sorts by this column, and how the table is sorted by it now. */
  sort?: { href: string; order?: "ascending" | "descending" | undefined } | undefined;
}

// Stacked rows are laid out as a grid, and browsers take the table roles from elements that are not displayed
// as a table. Said out loud, the roles stay.
export const TABLE_ROLE = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  header: { role: "columnheader" },
  cell: { role: "cell" },
};

const STACKED: Record<ColumnPriority, string> = {
  title: "stacked:col-start-1 stacked:row-start-1 font-medium",
  figure: "stacked:col-start-2 stacked:row-start-1 stacked:text-end stacked:font-medium",
  detail: "stacked:col-span-2 stacked:@lg:col-span-1 stacked:flex stacked:justify-between stacked:gap-6",
  actions: "stacked:col-span-2 stacked:mt-2",
  "wide-only": "stacked:hidden",
};

export function HeaderCell<Row>({ column: { header, align, sort } }: { column: Column<Row> }) {
  const Arrow = sort?.order === "descending" ? ArrowDown : ArrowUp;
  return (
    <th
      {...TABLE_ROLE.header}
      scope="col"
      aria-sort={sort?.order}
      className={clsx(
        "cell py-2 text-xs font-medium whitespace-nowrap text-muted-foreground stacked:sr-only",
        align === "end" ? "text-end" : "text-start",
      )}
    >
      {sort ? (
        <>
          {/* Out of sight it would take the focus unseen; there SortLinks has it. */}
          <a
            href={sort.href}
            className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-foreground pointer-coarse:min-h-11 stacked:hidden"
          >
            {header}
            {sort.order && <Arrow aria-hidden className="size-3" />}
          </a>
          <span className="hidden stacked:inline">{header}</span>
        </>
      ) : (
        header
      )}
    </th>
  );
}

export function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { header, cell, align, priority = "detail" } = column;
  return (
    <td
      {...TABLE_ROLE.cell}
      className={clsx(
        "cell tabular:py-3",
        STACKED[priority],
        align === "end" && "tabular-nums tabular:text-end tabular:whitespace-nowrap",
      )}
    >
      {priority === "detail" && (
        <span aria-hidden className="shrink-0 text-muted-foreground tabular:hidden">
          {header}
        </span>
      )}
      {priority === "detail" ? (
        <div className="stacked:min-w-0 stacked:text-end">{cell(row)}</div>
      ) : (
        cell(row)
      )}
    </td>
  );
}
