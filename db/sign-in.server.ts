import { and, count, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { sessions, signInChallenges } from "./schema";

export type SignInChallenge = typeof signInChallenges.$inferSelect;

export async function countChallengesSince(
  db: Database,
  realm: string,
  email: string,
  since: number,
): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(signInChallenges)
    .where(
      and(
        eq(signInChallenges.realm, realm),
        eq(signInChallenges.email, email),
        gt(signInChallenges.createdAt, since),
      ),
    );
  return row?.total ?? 0;
}

export async function insertChallenge(
  db: Database,
  challenge: Omit<SignInChallenge, "attempts" | "usedAt">,
): Promise<void> {
  await db.insert(signInChallenges).values({ ...challenge, attempts: 0 });
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
