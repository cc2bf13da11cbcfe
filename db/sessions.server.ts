import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "./client.server";
import { auditLog, sessions } from "./schema";

export type Session = typeof sessions.$inferSelect;

type AuditRow = typeof auditLog.$inferInsert;

type NewSession = typeof sessions.$inferInsert;

/** Writes a session. The one that the browser had before ends with it. */
export async function insertSession(
  db: Database,
  session: NewSession,
  previousTokenHash: string | null,
): Promise<void> {
  await db.batch([
    db
      .delete(sessions)
      .where(and(eq(sessions.tokenHash, previousTokenHash ?? ""), eq(sessions.realm, session.realm))),
    db.insert(sessions).values(session),
  ]);
}

export async function deleteSession(db: Database, realm: string, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.tokenHash, tokenHash), eq(sessions.realm, realm)));
}

/** What a person began themselves; a partner's look at their portal is no sign-in of theirs. */
const isTheirs = (realm: string, subjectId: string) =>
  and(eq(sessions.realm, realm), eq(sessions.subjectId, subjectId), isNull(sessions.previewedBy));

/** Where somebody is signed in, the last seen first. */
export async function listSessions(
  db: Database,
  realm: string,
  subjectId: string,
  { now, limit }: { now: number; limit: number },
): Promise<Session[]> {
  return db
    .select()
    .from(sessions)
    .where(and(isTheirs(realm, subjectId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(limit);
}

/** A session that a person began, by the name that a page gives it, or null. */
export async function findSessionOf(
  db: Database,
  realm: string,
  subjectId: string,
  id: string,
): Promise<Session | null> {
  const row = await db
    .select()
    .from(sessions)
    .where(and(isTheirs(realm, subjectId), eq(sessions.id, id)))
    .get();
  return row ?? null;
}

/** Ends one session of a person, or all of them without an id, and writes who did it. */
export async function deleteSessionsOf(
  db: Database,
  realm: string,
  { subjectId, id }: { subjectId: string; id?: string },
  audit: AuditRow,
): Promise<void> {
  const these = isTheirs(realm, subjectId);
  await db.batch([
    db.delete(sessions).where(id === undefined ? these : and(these, eq(sessions.id, id))),
    db.insert(auditLog).values(audit),
  ]);
}

/** That a session was used now, and until when it is good. */
export async function touchSession(
  db: Database,
  realm: string,
  tokenHash: string,
  { lastSeenAt, expiresAt }: { lastSeenAt: number; expiresAt: number },
): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt, expiresAt })
    .where(and(eq(sessions.tokenHash, tokenHash), eq(sessions.realm, realm)));
}

/** Forgets up to `limit` sessions that have run out. */
export async function deleteEndedSessions(
  { $client: d1 }: Database,
  now: number,
  limit: number,
): Promise<void> {
  await d1
    .prepare(
      `DELETE FROM sessions WHERE token_hash IN
         (SELECT token_hash FROM sessions WHERE expires_at < ? ORDER BY expires_at LIMIT ?)`,
    )
    .bind(now, limit)
    .run();
}
