import { BodyCell, type Column, HeaderCell, TABLE_ROLE } from "./DataTableCell";

export type { Column, ColumnPriority } from "./DataTableCell";

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
    <div className="@container overflow-x-auto">
      <table {...TABLE_ROLE.table} className="w-full text-sm @max-2xl:block">
        <caption
          className={
            captionHidden ? "sr-only" : "px-5 py-4 text-start text-base font-semibold @max-2xl:block sm:px-6"
          }
        >
          {caption}
        </caption>
        <thead {...TABLE_ROLE.group} className="bg-background @max-2xl:block">
          {/* Stacked, only the headers that sort are left to see, so that no link takes the focus unseen. */}
          <tr {...TABLE_ROLE.row} className="@max-2xl:flex @max-2xl:flex-wrap @max-2xl:gap-x-5 @max-2xl:px-5">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...TABLE_ROLE.group} className="@max-2xl:block">
          {rows.map((row) => (
            <tr
              {...TABLE_ROLE.row}
              key={rowKey(row)}
              className="border-t border-border @max-2xl:grid @max-2xl:grid-cols-[1fr_auto] @max-2xl:gap-x-4 @max-2xl:gap-y-1.5 @max-2xl:px-5 @max-2xl:py-4"
            >
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
