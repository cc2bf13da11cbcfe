import type { RunRow } from "../../../reconcile/run-rows";
import { Badge } from "../../../ui/Badge";
import { Card } from "../../../ui/Card";
import { type Column, DataTable } from "../../../ui/DataTable";
import { Timestamp } from "../../../ui/Timestamp";

const COLUMNS: Column<RunRow>[] = [
  { key: "date", header: "Compared", priority: "title", cell: (run) => <Timestamp {...run.date} /> },
  {
    key: "result",
    header: "Result",
    priority: "figure",
    cell: (run) => <Badge tone={run.result.tone}>{run.result.label}</Badge>,
  },
  { key: "days", header: "Days", cell: (run) => run.days },
  { key: "compared", header: "Read at Stripe", cell: (run) => run.compared },
  { key: "found", header: "Found", align: "end", cell: (run) => run.found },
  { key: "repaired", header: "Repaired", align: "end", cell: (run) => run.repaired },
  { key: "by", header: "By", cell: (run) => run.by },
];

/** The newest runs, the daily ones and those that were asked for. */
export function RunsCard({ runs }: { runs: RunRow[] }) {
  return (
    <Card title="Last runs" description="Once a day it runs by itself, over three days, and repairs." flush>
      <DataTable caption="Last runs" captionHidden columns={COLUMNS} rows={runs} rowKey={(run) => run.id} />
    </Card>
  );
}
