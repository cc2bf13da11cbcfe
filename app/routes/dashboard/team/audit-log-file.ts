import { readAuditPage } from "../../../../db/audit-log.server";
import { AUDIT_FILE_HEADERS, auditLine, readAuditQuestion } from "../../../audit/audit-rows";
import { csvDownload } from "../../../http/csv-download.server";
import { forPartnerFile } from "../../../http/handlers.server";
import type { PagePosition } from "../../../page-position";

const ROWS_A_PAGE = 500;

export const loader = forPartnerFile(({ db, partner }, { request }) => {
  const asked = readAuditQuestion(new URL(request.url).searchParams);
  return csvDownload<PagePosition>(`${partner.name} audit log.csv`, AUDIT_FILE_HEADERS, async (from) => {
    const { entries, next } = await readAuditPage(db, partner.id, { ...asked, from }, ROWS_A_PAGE);
    return { lines: entries.map(auditLine), next };
  });
});
