import { and, eq } from "drizzle-orm";
import type { Database } from "./client.server";
import type { Partner, Portal } from "./portals.server";
import { auditLog, partners, portalImages, portals } from "./schema";

export type PortalImage = typeof portalImages.$inferSelect;
type Audit = Omit<typeof auditLog.$inferInsert, "partnerId" | "actorType">;

const auditRow = (db: Database, partnerId: string, audit: Audit) =>
  db.insert(auditLog).values({ ...audit, partnerId, actorType: "member" });

/** Gives a partner its portal. False when the subdomain is another's, or the partner has a portal already. */
export async function insertPortal(
  { $client: d1 }: Database,
  partnerId: string,
  portal: Pick<Portal, "id" | "subdomain" | "title" | "createdAt">,
  audit: Audit,
): Promise<boolean> {
  const [written] = await d1.batch([
    d1
      .prepare(
        `INSERT INTO portals (id, partner_id, subdomain, title, created_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO NOTHING`,
      )
      .bind(portal.id, partnerId, portal.subdomain, portal.title, portal.createdAt),
    d1
      .prepare(
        `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
         SELECT ?1, ?2, 'member', ?3, ?4, id, ?5, ?6 FROM portals WHERE id = ?7 AND partner_id = ?2`,
      )
      .bind(
        audit.id,
        partnerId,
        audit.actorId,
        audit.action,
        JSON.stringify(audit.after),
        audit.at,
        portal.id,
      ),
  ]);
  return written?.meta.changes === 1;
}

/** Everything that the one form of the portal keeps, also what it keeps with the partner. */
export async function writePortalSettings(
  db: Database,
  partnerId: string,
  portal: Partial<Portal>,
  partner: Pick<Partner, "supportEmail" | "planOrder">,
  audit: Audit,
): Promise<void> {
  await db.batch([
    db.update(portals).set(portal).where(eq(portals.partnerId, partnerId)),
    db.update(partners).set(partner).where(eq(partners.id, partnerId)),
    auditRow(db, partnerId, audit),
  ]);
}

/** Puts a picture in the place of the one of its kind. */
export async function replaceImage(
  { $client: d1 }: Database,
  partnerId: string,
  image: Omit<PortalImage, "partnerId"> & { bytes: Uint8Array },
  audit: Audit,
): Promise<void> {
  const { id, kind, type, width, height, bytes, createdAt } = image;
  const column = kind === "logo" ? "logo_id" : "favicon_id";
  await d1.batch([
    d1
      .prepare(
        `INSERT INTO portal_images (id, partner_id, kind, type, width, height, bytes, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
      )
      .bind(id, partnerId, kind, type, width, height, bytes, createdAt),
    d1
      .prepare("DELETE FROM portal_images WHERE partner_id = ?1 AND kind = ?2 AND id <> ?3")
      .bind(partnerId, kind, id),
    d1.prepare(`UPDATE portals SET ${column} = ?2 WHERE partner_id = ?1`).bind(partnerId, id),
    d1
      .prepare(
        `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
         VALUES (?1, ?2, 'member', ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(
        audit.id,
        partnerId,
        audit.actorId,
        audit.action,
        audit.objectId,
        JSON.stringify(audit.after),
        audit.at,
      ),
  ]);
}

export async function removeImage(
  db: Database,
  partnerId: string,
  kind: PortalImage["kind"],
  audit: Audit,
): Promise<void> {
  await db.batch([
    db.delete(portalImages).where(and(eq(portalImages.partnerId, partnerId), eq(portalImages.kind, kind))),
    db
      .update(portals)
      .set(kind === "logo" ? { logoId: null } : { faviconId: null })
      .where(eq(portals.partnerId, partnerId)),
    auditRow(db, partnerId, audit),
  ]);
}

/** The portal's logo without its bytes. */
export async function findLogo(
  { $client: d1 }: Database,
  partnerId: string,
  id: string | null,
): Promise<Pick<PortalImage, "id" | "type" | "width" | "height"> | null> {
  if (id === null) return null;
  return d1
    .prepare("SELECT id, type, width, height FROM portal_images WHERE partner_id = ?1 AND id = ?2")
    .bind(partnerId, id)
    .first();
}

export async function findImage(
  { $client: d1 }: Database,
  partnerId: string,
  id: string,
): Promise<{ type: string; bytes: ArrayBuffer } | null> {
  const image = await d1
    .prepare("SELECT type, bytes FROM portal_images WHERE partner_id = ?1 AND id = ?2")
    .bind(partnerId, id)
    .first<{ type: string; bytes: number[] }>();
  return image && { type: image.type, bytes: Uint8Array.from(image.bytes).buffer };
}
