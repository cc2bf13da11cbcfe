import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { sessions, signInChallenges } from "./schema";

export type SignInChallenge = typeof signInChallenges.$inferSelect;

/**
 * Writes a challenge unless this address has had `limit` of them since `since`; answers whether it was written.
 * One statement: requests that come at once cannot count past each other.
 */
export async function insertChallenge(
  { $client: d1 }: Database,
  challenge: Omit<SignInChallenge, "attempts" | "usedAt">,
  { limit, since }: { limit: number; since: number },
): Promise<boolean> {
  const { id, realm, email, codeMac, linkHash, createdAt, expiresAt } = challenge;
  const { meta } = await d1
    .prepare(
      `INSERT INTO sign_in_challenges (id, realm, email, code_mac, link_hash, created_at, expires_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE ?8 >
         (SELECT count(*) FROM sign_in_challenges WHERE realm = ?2 AND email = ?3 AND created_at > ?9)`,
    )
    .bind(id, realm, email, codeMac, linkHash, createdAt, expiresAt, limit, since)
    .run();
  return meta.changes > 0;
}

/**
 * Spends one of a challenge's attempts and returns it, or null when it is used, expired, unknown here or spent.
 * One statement, before anything is compared: parallel guesses cannot share an attempt.
 */
export async function spendAttempt(
  db: Database,
  challenge: { realm: string; id: string; now: number; limit: number },
): Promise<SignInChallenge | null> {
  const [row] = await db
    .update(signInChallenges)
    .set({ attempts: sql`${signInChallenges.attempts} + 1` })
    .where(
      and(
        eq(signInChallenges.id, challenge.id),
        eq(signInChallenges.realm, challenge.realm),
        isNull(signInChallenges.usedAt),
        gt(signInChallenges.expiresAt, challenge.now),
        lt(signInChallenges.attempts, challenge.limit),
      ),
    )
    .returning();
  return row ?? null;
}

/** Marks a challenge as used. Of several at once exactly one gets true. */
export async function spendChallenge(db: Database, realm: string, id: string, now: number): Promise<boolean> {
  const used = await db
    .update(signInChallenges)
    .set({ usedAt: now })
    .where(
      and(eq(signInChallenges.id, id), eq(signInChallenges.realm, realm), isNull(signInChallenges.usedAt)),
    )
    .returning({ id: signInChallenges.id });
  return used.length === 1;
}

/** Uses the challenge that a link belongs to and returns it, or null when there is none left to use. */
export async function spendChallengeByLink(
  db: Database,
  realm: string,
  linkHash: string,
  now: number,
): Promise<SignInChallenge | null> {
  const [row] = await db
    .update(signInChallenges)
    .set({ usedAt: now })
    .where(
      and(
        eq(signInChallenges.linkHash, linkHash),
        eq(signInChallenges.realm, realm),
        isNull(signInChallenges.usedAt),
        gt(signInChallenges.expiresAt, now),
      ),
    )
    .returning();
  return row ?? null;
}

export async function insertSession(db: Database, session: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(session);
}

export async function deleteSession(db: Database, realm: string, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.tokenHash, tokenHash), eq(sessions.realm, realm)));
}

/** Sliding sessions: a session in use lives on. */
export async function extendSession(
  db: Database,
  realm: string,
  tokenHash: string,
  expiresAt: number,
): Promise<void> {
  await db
    .update(sessions)
    .set({ expiresAt })
    .where(and(eq(sessions.tokenHash, tokenHash), eq(sessions.realm, realm)));
}
