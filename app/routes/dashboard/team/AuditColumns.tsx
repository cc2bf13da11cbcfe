import { ArrowRight } from "lucide-react";
import type { AuditRow } from "../../../audit/audit-rows";
import type { FieldDifference } from "../../../audit/difference";
import { CopyableId } from "../../../ui/CopyableId";
import type { Column } from "../../../ui/DataTable";
import { TextLink } from "../../../ui/TextLink";
import { Timestamp } from "../../../ui/Timestamp";

export const AUDIT_COLUMNS: Column<AuditRow>[] = [
  {
    key: "what",
    header: "What",
    priority: "title",
    cell: ({ what, objectId, objectHref, aboutHref }) => (
      <span className="grid gap-0.5 tabular:min-w-52">
        <span className="font-medium">{what}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted-foreground">
          <CopyableId value={objectId} what={`the id ${objectId}`} look="plain">
            <a
              href={aboutHref}
              className="touch-room rounded-sm break-all hover:underline"
              title="Everything about it"
            >
              {objectId}
            </a>
          </CopyableId>
          {objectHref && (
            <TextLink href={objectHref} aria-label={`Open ${objectId}`}>
              Open
            </TextLink>
          )}
        </span>
      </span>
    ),
  },
  {
    key: "who",
    header: "Who",
    cell: ({ who, whoHref }) => (
      <span className="inline-block tabular:min-w-24">
        <TextLink href={whoHref}>{who}</TextLink>
      </span>
    ),
  },
  {
    key: "changes",
    header: "Changes",
    cell: ({ changes }) => (changes.length > 0 ? <Changes changes={changes} /> : "–"),
  },
  { key: "when", header: "When", cell: ({ at }) => <Timestamp {...at} /> },
];

function Changes({ changes }: { changes: readonly FieldDifference[] }) {
  return (
    <dl className="grid min-w-0 gap-1">
      {changes.map(({ field, from, to }) => (
        <div key={field} className="flex flex-wrap gap-x-2 stacked:justify-end">
          <dt className="text-muted-foreground">{field}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-1.5 wrap-anywhere stacked:justify-end">
            {from !== null && <del className="text-muted-foreground">{from}</del>}
            {from !== null && to !== null && (
              <ArrowRight aria-label="became" className="size-3.5 shrink-0 rtl:rotate-180" />
            )}
            {to !== null && <ins className="no-underline">{to}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
