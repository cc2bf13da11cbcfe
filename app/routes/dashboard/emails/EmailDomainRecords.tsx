import type { DomainRecord, RecordFinding } from "../../../../db/schema";
import { Badge } from "../../../ui/Badge";
import { CopyableId } from "../../../ui/CopyableId";
import { type Column, DataTable } from "../../../ui/DataTable";

type Row = DomainRecord & { finding: RecordFinding | undefined };

const PURPOSE: Record<DomainRecord["purpose"], string> = {
  ownership: "The domain is yours",
  spf: "SPF",
  dkim: "DKIM",
  dmarc: "DMARC",
};

const STATE = {
  found: { label: "Found", tone: "success" },
  missing: { label: "Missing", tone: "danger" },
  different: { label: "Different", tone: "danger" },
  unknown: { label: "No answer", tone: "neutral" },
} as const;

const labelOf = ({ purpose, type }: Row) => `${PURPOSE[purpose]} (${type})`;

const COLUMNS: Column<Row>[] = [
  {
    key: "purpose",
    header: "Record",
    priority: "title",
    cell: labelOf,
  },
  {
    key: "name",
    header: "Name",
    cell: (row) => <CopyableId value={row.name} what={`the name of ${labelOf(row)}`} />,
  },
  {
    key: "value",
    header: "Value to set",
    cell: (row) => <CopyableId value={row.value} what={`the value of ${labelOf(row)}`} />,
  },
  {
    key: "found",
    header: "Found",
    cell: ({ finding }) =>
      finding ? (
        <span className="grid justify-items-start gap-1 stacked:justify-items-end">
          <Badge tone={STATE[finding.state].tone}>{STATE[finding.state].label}</Badge>
          {finding.state !== "found" &&
            finding.found.map((value) => (
              <span key={value} className="font-mono text-xs break-all">
                {value}
              </span>
            ))}
          {finding.advice && <span className="text-xs text-muted-foreground">{finding.advice}</span>}
        </span>
      ) : (
        "–"
      ),
  },
];

/** What a partner is to set, beside what is there. */
export function EmailDomainRecords(props: {
  records: readonly DomainRecord[];
  findings: readonly RecordFinding[];
}) {
  const rows = props.records.map((record, index) => ({ ...record, finding: props.findings[index] }));
  return (
    <DataTable
      caption="Records to set"
      captionHidden
      columns={COLUMNS}
      rows={rows}
      rowKey={({ type, name, purpose }) => `${purpose} ${type} ${name}`}
    />
  );
}
