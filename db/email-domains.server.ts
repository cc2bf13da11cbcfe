import { and, asc, eq, lte, ne } from "drizzle-orm";
import type { Database } from "./client.server";
import { auditLog, emailDomains } from "./schema";

export type EmailDomain = typeof emailDomains.$inferSelect;
type Audit = Omit<typeof auditLog.$inferInsert, "partnerId">;

export async function findEmailDomain(db: Database, partnerId: string): Promise<EmailDomain | null> {
  const row = await db.select().from(emailDomains).where(eq(emailDomains.partnerId, partnerId)).get();
  return row ?? null;
}

/** Sets the domain that a partner's e-mails are to come from, in the place of any other. */
export async function writeEmailDomain(
  db: Database,
  partnerId: string,
  domain: Omit<EmailDomain, "partnerId">,
  audit: Audit,
): Promise<void> {
  await db.batch([
    db
      .insert(emailDomains)
      .values({ ...domain, partnerId })
      .onConflictDoUpdate({ target: emailDomains.partnerId, set: domain }),
    db.insert(auditLog).values({ ...audit, partnerId }),
  ]);
}

/** From which address and under which name, at a domain that stays as it is. */
export async function writeSender(
  db: Database,
  partnerId: string,
  sender: Pick<EmailDomain, "fromEmail" | "fromName">,
  audit: Audit,
): Promise<void> {
  await db.batch([
    db.update(emailDomains).set(sender).where(eq(emailDomains.partnerId, partnerId)),
    db.insert(auditLog).values({ ...audit, partnerId }),
  ]);
}

export async function deleteEmailDomain(db: Database, partnerId: string, audit: Audit): Promise<void> {
  await db.batch([
    db.delete(emailDomains).where(eq(emailDomains.partnerId, partnerId)),
    db.insert(auditLog).values({ ...audit, partnerId }),
  ]);
}

export async function listDueDomains(db: Database, now: number, limit: number): Promise<EmailDomain[]> {
  return db
    .select()
    .from(emailDomains)
    .where(lte(emailDomains.nextCheckAt, now))
    .orderBy(asc(emailDomains.nextCheckAt))
    .limit(limit);
}

/** Whether another partner has proved that a domain is its own. */
export async function isVerifiedElsewhere(db: Database, partnerId: string, domain: string): Promise<boolean> {
  const row = await db
    .select({ partnerId: emailDomains.partnerId })
    .from(emailDomains)
    .where(
      and(
        eq(emailDomains.domain, domain),
        eq(emailDomains.status, "verified"),
        ne(emailDomains.partnerId, partnerId),
      ),
    )
    .get();
  return row !== undefined;
}

/** What a check has found; nothing when the partner has set another domain meanwhile. */
export async function writeDomainCheck(
  db: Database,
  partnerId: string,
  domain: string,
  check: Pick<EmailDomain, "status" | "findings" | "checks" | "checkedAt" | "nextCheckAt" | "verifiedAt">,
): Promise<void> {
  await db
    .update(emailDomains)
    .set(check)
    .where(and(eq(emailDomains.partnerId, partnerId), eq(emailDomains.domain, domain)));
}
