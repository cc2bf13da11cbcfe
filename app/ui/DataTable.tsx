import { clsx } from "clsx";
import { BodyCell, type Column, HeaderCell, TABLE_ROLE } from "./DataTableCell";
import { SortLinks } from "./SortLinks";

export type { Column, ColumnPriority } from "./DataTableCell";

/** With more columns than these a table needs more room than a tablet has, and stacks its rows until there is. */
const MOST_IN_LITTLE_ROOM = 6;

/** Where a stacked row is wide enough for two lines side by side, it has them. */
const STACKED_ROW = clsx(
  "stacked:grid stacked:grid-cols-[1fr_auto] stacked:gap-x-4 stacked:gap-y-1.5 stacked:px-5 stacked:py-4",
  "stacked:@lg:grid-cols-2 stacked:@lg:gap-x-10 stacked:sm:px-6",
);

interface DataTableProps<Row> {
  caption: string;
  /** For a table right under a heading that says the same. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <div
      className={clsx(
        "overflow-x-auto",
        columns.length > MOST_IN_LITTLE_ROOM ? "@container/wide-table" : "@container/table",
      )}
    >
      <SortLinks columns={columns} />
      <table {...TABLE_ROLE.table} className="w-full text-sm stacked:block">
        <caption
          className={
            captionHidden ? "sr-only" : "px-5 py-4 text-start text-base font-semibold stacked:block sm:px-6"
          }
        >
          {caption}
        </caption>
        <thead {...TABLE_ROLE.group} className="bg-background stacked:block">
          <tr {...TABLE_ROLE.row}>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...TABLE_ROLE.group} className="stacked:block">
          {rows.map((row) => (
            <tr {...TABLE_ROLE.row} key={rowKey(row)} className={clsx("border-t border-border", STACKED_ROW)}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
