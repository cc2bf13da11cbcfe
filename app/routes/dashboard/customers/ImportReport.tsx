import type { CustomerFile } from "../../../customers/customer-file";
import { DataTable } from "../../../ui/DataTable";
import { Notice } from "../../../ui/Notice";

const PROBLEMS_SHOWN = 100;

const COLUMNS = [
  {
    key: "line",
    header: "Line",
    priority: "title" as const,
    cell: ({ line }: { line: number }) => <Line line={line} />,
  },
  { key: "reason", header: "Reason", cell: ({ reason }: { reason: string }) => reason },
];

/** Stacked, a number alone says nothing. */
const Line = ({ line }: { line: number }) => (
  <>
    <span className="tabular:hidden">Line </span>
    {line}
  </>
);

interface Report extends Omit<CustomerFile, "good"> {
  /** How many rows could be imported. */
  good: number;
}

/** Why nothing was imported: each row that stands in the way, and what to do about it. */
export function ImportReport({ report: { good, problems, unused } }: { report: Report }) {
  const more = problems.length - PROBLEMS_SHOWN;
  return (
    <div className="surface overflow-hidden">
      <div className="grid gap-3 p-5 sm:p-6">
        <Notice
          tone="danger"
          title="Nothing was imported"
          text={`${rows(problems.length)} cannot be imported, ${good} could be. Correct the text below and import it again.`}
        />
        {unused.length > 0 && (
          <p className="text-sm text-muted-foreground">Columns that are not used: {unused.join(", ")}</p>
        )}
      </div>
      <DataTable
        caption="Rows that cannot be imported"
        captionHidden
        columns={COLUMNS}
        rows={problems.slice(0, PROBLEMS_SHOWN)}
        rowKey={({ line, reason }) => `${line} ${reason}`}
      />
      {more > 0 && <p className="px-5 py-3 text-sm sm:px-6">And {rows(more)} more.</p>}
    </div>
  );
}

const rows = (count: number) => (count === 1 ? "1 row" : `${count} rows`);
