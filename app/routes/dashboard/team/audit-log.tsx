import { useLoaderData } from "@remix-run/react";
import { History } from "lucide-react";
import { readAuditPage } from "../../../../db/audit-log.server";
import { listMembers } from "../../../../db/members.server";
import {
  AUDIT_FILE_PATH,
  AUDIT_OUTSIDERS,
  AUDIT_PATH,
  auditPath,
  auditRow,
  readAuditQuestion,
} from "../../../audit/audit-rows";
import { forPartner } from "../../../http/handlers.server";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { DataTable } from "../../../ui/DataTable";
import { EmptyState } from "../../../ui/EmptyState";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { Pagination } from "../../../ui/Pagination";
import { AUDIT_COLUMNS } from "./AuditColumns";
import { AuditFilter } from "./AuditFilter";

const ROWS_A_PAGE = 50;

export const meta = () => [{ title: "Audit log · Topup" }];

export const loader = forPartner(async ({ db, partner, now }, { request }) => {
  const asked = readAuditQuestion(new URL(request.url).searchParams);
  const [{ entries, next }, members] = await Promise.all([
    readAuditPage(db, partner.id, asked, ROWS_A_PAGE),
    listMembers(db, partner.id),
  ]);
  const people: { value: string; label: string }[] = [
    ...members.map(({ id, name, email }) => ({ value: id, label: name || email })),
    ...AUDIT_OUTSIDERS,
  ];
  const [named] = entries;
  // Somebody who is off the team can still be asked about, by their name in a row.
  if (asked.actorId && named && !people.some(({ value }) => value === asked.actorId))
    people.push({ value: asked.actorId, label: auditRow(named, 0).who });
  return {
    rows: entries.map((entry) => auditRow(entry, now())),
    filter: { group: asked.group, actor: asked.actorType ?? asked.actorId, objectId: asked.objectId, people },
    older: next && auditPath({ ...asked, from: next }),
    newest: asked.from ? auditPath({ ...asked, from: null }) : null,
    file: auditPath({ ...asked, from: null }, AUDIT_FILE_PATH),
  };
});

export default function AuditLog() {
  const { rows, filter, older, newest, file } = useLoaderData<typeof loader>();
  const isNarrowed = newest !== null || file !== AUDIT_FILE_PATH;
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Who changed what, when, and what it was before."
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Audit log" }]}
        actions={
          rows.length > 0 && (
            <ButtonLink href={file} download>
              Download CSV
            </ButtonLink>
          )
        }
      />
      <Card flush>
        <AuditFilter key={file} {...filter} />
        {rows.length > 0 ? (
          <DataTable
            caption="Audit log"
            captionHidden
            columns={AUDIT_COLUMNS}
            rows={rows}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState
            icon={History}
            {...emptyWords({ older, newest, isNarrowed })}
            action={isNarrowed && <ButtonLink href={AUDIT_PATH}>Show everything</ButtonLink>}
          />
        )}
      </Card>
      <Pagination
        newerHref={newest ?? undefined}
        olderHref={older ?? undefined}
        labels={{ navigation: "Pages of the audit log", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

const WRITTEN_DOWN = "Every change that somebody makes here, or that we make for you, is written down.";

function emptyWords({
  older,
  newest,
  isNarrowed,
}: Record<"older" | "newest", string | null> & { isNarrowed: boolean }) {
  if (older)
    return {
      line: `None of these ${ROWS_A_PAGE} changes is like this`,
      text: "More was done to it before: look at older changes.",
    };
  if (newest) return { line: "No older changes", text: WRITTEN_DOWN };
  return { line: isNarrowed ? "No change is like this" : "No changes yet", text: WRITTEN_DOWN };
}

export const ErrorBoundary = PageErrorBoundary;
