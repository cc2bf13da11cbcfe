import type { AuditEntry, AuditQuestion } from "../../db/audit-log.server";
import { readPagePosition, writePagePosition } from "../page-position";
import { planPath } from "../plans/plan-paths";
import { describeMoment, isoTime } from "../time";
import { AUDIT_GROUPS, sentenceOf } from "./actions";
import { differenceInWords, differences } from "./difference";

const LOCALE = "en-US";

export const AUDIT_PATH = "/settings/audit-log";
export const AUDIT_FILE_PATH = `${AUDIT_PATH}.csv`;

/** Who can be asked about without a name: everybody whose changes nobody of the team made. */
export const AUDIT_OUTSIDERS = [
  { value: "customer", label: "Customers" },
  { value: "system", label: "Topup" },
] as const;

/** What the address asks for; what cannot be asked for is left out. */
export function readAuditQuestion(search: URLSearchParams): AuditQuestion {
  const id = (name: string) => /^[\w-]{1,100}$/.exec(search.get(name) ?? "")?.[0] ?? null;
  const group = search.get("group");
  const actor = id("actor");
  const actorType = AUDIT_OUTSIDERS.find(({ value }) => value === actor)?.value ?? null;
  return {
    group: AUDIT_GROUPS.some(({ value }) => value === group) ? group : null,
    actorId: actorType ? null : actor,
    actorType,
    objectId: id("object"),
    from: readPagePosition(search.get("from")),
  };
}

/** The address of a page of the log. */
export function auditPath(asked: Partial<AuditQuestion>, path = AUDIT_PATH): string {
  const { group, actorId, actorType, objectId, from } = asked;
  const actor = actorType ?? actorId;
  const search = new URLSearchParams();
  if (group) search.set("group", group);
  if (actor) search.set("actor", actor);
  if (objectId) search.set("object", objectId);
  if (from) search.set("from", writePagePosition(from.at, from.id));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** A row of the log as its page shows it. */
export const auditRow = (entry: AuditEntry, now: number) => ({
  id: entry.id,
  what: sentenceOf(entry.action),
  who: whoDid(entry),
  whoHref: auditPath({ actorId: entry.actorId }),
  objectId: entry.objectId,
  objectHref: objectHref(entry.objectId),
  aboutHref: auditPath({ objectId: entry.objectId }),
  changes: differences(entry.before, entry.after),
  at: describeMoment(entry.at, now, LOCALE),
});

export type AuditRow = ReturnType<typeof auditRow>;

export const AUDIT_FILE_HEADERS = ["When (UTC)", "Who", "Action", "What", "About", "Changes"];

/** The same as a line of a file. */
export const auditLine = (entry: AuditEntry): string[] => [
  isoTime(entry.at),
  whoDid(entry),
  entry.action,
  sentenceOf(entry.action),
  entry.objectId,
  differences(entry.before, entry.after).map(differenceInWords).join("; "),
];

function whoDid({ actorType, actorId, actorName }: AuditEntry): string {
  if (actorType === "system") return actorId === "operator" ? "Topup's team" : "Topup, by itself";
  return actorName ?? actorId;
}

/** The page of what a change was about, where it has one. */
function objectHref(objectId: string): string | null {
  if (objectId.startsWith("plan_")) return planPath(objectId);
  if (objectId.startsWith("customer_")) return `/customers/${objectId}`;
  return null;
}
