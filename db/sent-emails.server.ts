import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import type { EmailKind } from "./emails.server";
import { listedEmails } from "./listed-tables";
import { isFrom, type PageStart } from "./page-start";
import { auditLog, emailSwitches, emails } from "./schema";

type Audit = Omit<typeof auditLog.$inferInsert, "partnerId">;

/** Those that can be sent again. Written out and not bound: only so does SQLite see that its partial index will do. */
export const hasFailed = sql`${emails.status} = 'failed' AND ${emails.kind} NOT IN ('sign_in', 'member_sign_in')`;

/** A partner's messages with who gets them, the newest first: all, those that failed, or of one kind. */
export async function listSentEmails(
  db: Database,
  partnerId: string,
  { show, from }: { show: "failed" | EmailKind | null; from: PageStart | null },
  limit: number,
) {
  const isShown = show === "failed" ? hasFailed : show ? eq(listedEmails.kind, show) : undefined;
  return db
    .select()
    .from(listedEmails)
    .where(
      and(
        eq(listedEmails.partnerId, partnerId),
        isShown,
        isFrom(listedEmails.createdAt, listedEmails.id, from),
      ),
    )
    .orderBy(desc(listedEmails.createdAt), desc(listedEmails.id))
    .limit(limit);
}

export type SentEmail = typeof listedEmails.$inferSelect;

/**
 * Has a message sent once more, with its audit row. `waiting` is one that goes out by itself; `secret` is one whose
 * text nobody kept; null is none of this partner's.
 */
export async function requeueEmail(
  db: Database,
  partnerId: string,
  emailId: string,
  audit: Audit,
): Promise<"requeued" | "waiting" | "secret" | null> {
  const isOwn = and(eq(emails.partnerId, partnerId), eq(emails.id, emailId));
  const email = await db.select({ kind: emails.kind, status: emails.status }).from(emails).where(isOwn).get();
  if (!email) return null;
  if (email.kind === "sign_in" || email.kind === "member_sign_in") return "secret";
  if (email.status === "queued") return "waiting";
  await db.batch([
    db
      .update(emails)
      .set({
        status: "queued",
        attempts: 0,
        nextAttemptAt: audit.at,
        error: null,
        resends: sql`${emails.resends} + 1`,
      })
      .where(and(isOwn, eq(emails.status, email.status))),
    db.insert(auditLog).values({ ...audit, partnerId }),
  ]);
  return "requeued";
}

/** The kinds that a partner has switched, with what they are switched to. */
export async function listSwitches(db: Database, partnerId: string): Promise<Map<EmailKind, boolean>> {
  const rows = await db.select().from(emailSwitches).where(eq(emailSwitches.partnerId, partnerId));
  return new Map(rows.map(({ kind, isOn }) => [kind, isOn]));
}

/** Switches a kind from now on, together with its audit row. */
export async function writeSwitch(
  db: Database,
  partnerId: string,
  kind: EmailKind,
  isOn: boolean,
  audit: Audit,
): Promise<void> {
  await db.batch([
    db
      .insert(emailSwitches)
      .values({ partnerId, kind, isOn })
      .onConflictDoUpdate({ target: [emailSwitches.partnerId, emailSwitches.kind], set: { isOn } }),
    db.insert(auditLog).values({ ...audit, partnerId }),
  ]);
}
