import { and, eq, gt, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Database } from "./client.server";
import { signInChallenges } from "./schema";

export type SignInChallenge = typeof signInChallenges.$inferSelect;

/** How many challenges may be asked for since a moment: for one address, from one network, on one site. */
export interface ChallengeLimits {
  since: number;
  address: number;
  client: number;
  realm: number;
}

/**
 * Writes a challenge unless there have been too many; answers whether it was written. One statement: requests that
 * come at once cannot count past each other. No count reads further than its limit.
 */
export async function insertChallenge(
  { $client: d1 }: Database,
  challenge: Omit<SignInChallenge, "attempts" | "usedAt">,
  limits: ChallengeLimits,
): Promise<boolean> {
  const { id, realm, email, codeMac, linkHash, createdAt, expiresAt, client } = challenge;
  const isBelow = (limit: string, these: string) =>
    `${limit} > (SELECT count(*) FROM (SELECT 1 FROM sign_in_challenges WHERE ${these} AND created_at > ?9 LIMIT ${limit}))`;
  const { meta } = await d1
    .prepare(
      `INSERT INTO sign_in_challenges (id, realm, email, code_mac, link_hash, created_at, expires_at, client)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
       WHERE ${isBelow("?10", "realm = ?2 AND email = ?3")}
         AND ${isBelow("?11", "client = ?8")}
         AND ${isBelow("?12", "realm = ?2")}`,
    )
    .bind(
      ...[id, realm, email, codeMac, linkHash, createdAt, expiresAt, client],
      ...[limits.since, limits.address, limits.client, limits.realm],
    )
    .run();
  return meta.changes > 0;
}

/** How many wrong codes a challenge takes, and how many an address takes since a moment, whatever its challenges. */
export interface GuessLimits {
  challenge: number;
  address: number;
  since: number;
}

/**
 * Spends one of a challenge's attempts and returns it, or null when it is used, expired, unknown here or spent, or
 * its address has had too many wrong codes. One statement, before anything is compared: parallel guesses cannot
 * share an attempt.
 */
export async function spendAttempt(
  db: Database,
  challenge: { realm: string; id: string; now: number },
  limits: GuessLimits,
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
        lt(signInChallenges.attempts, limits.challenge),
        sql`${wrongCodes(challenge, limits.since)} < ${limits.address}`,
      ),
    )
    .returning();
  return row ?? null;
}

/** Whether the address of a challenge has had too many wrong codes. */
export async function isLocked(
  db: Database,
  challenge: { realm: string; id: string },
  limits: GuessLimits,
): Promise<boolean> {
  const row = await db.get<{ wrong: number }>(sql`SELECT ${wrongCodes(challenge, limits.since)} AS wrong`);
  return row.wrong >= limits.address;
}

/** The wrong codes of a challenge's address: of a challenge that was redeemed, all attempts but one. */
const wrongCodes = ({ realm, id }: { realm: string; id: string }, since: number): SQL => sql`(
  SELECT coalesce(sum(CASE WHEN tried.used_at IS NULL THEN tried.attempts ELSE max(tried.attempts - 1, 0) END), 0)
  FROM sign_in_challenges AS asked JOIN sign_in_challenges AS tried USING (realm, email)
  WHERE asked.id = ${id} AND asked.realm = ${realm} AND tried.created_at > ${since})`;

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

/** The challenge that a link still stands for, or null. */
export async function findChallengeByLink(
  db: Database,
  realm: string,
  linkHash: string,
  now: number,
): Promise<SignInChallenge | null> {
  return (
    (await db
      .select()
      .from(signInChallenges)
      .where(isUsableLink(realm, linkHash, now))
      .get()) ?? null
  );
}

/** Uses the challenge that a link belongs to and returns it, or null when it is another than `id` or not usable. */
export async function spendChallengeByLink(
  db: Database,
  realm: string,
  link: { linkHash: string; challengeId: string; now: number },
): Promise<SignInChallenge | null> {
  const [row] = await db
    .update(signInChallenges)
    .set({ usedAt: link.now })
    .where(and(eq(signInChallenges.id, link.challengeId), isUsableLink(realm, link.linkHash, link.now)))
    .returning();
  return row ?? null;
}

const isUsableLink = (realm: string, linkHash: string, now: number) =>
  and(
    eq(signInChallenges.linkHash, linkHash),
    eq(signInChallenges.realm, realm),
    isNull(signInChallenges.usedAt),
    gt(signInChallenges.expiresAt, now),
  );

/** Forgets up to `limit` challenges that were asked for before a moment. */
export async function deleteOldChallenges(
  { $client: d1 }: Database,
  before: number,
  limit: number,
): Promise<void> {
  await d1
    .prepare(
      `DELETE FROM sign_in_challenges WHERE id IN
         (SELECT id FROM sign_in_challenges WHERE created_at < ? ORDER BY created_at LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
}
