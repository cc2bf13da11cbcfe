import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What belongs to a portal beside its own row. `schema.ts` has these tables too. */

/** Logos and favicons, but for their bytes, which D1 is asked for itself. Written by the partner; never changed, only replaced. */
export const portalImages = sqliteTable("portal_images", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  kind: text("kind", { enum: ["logo", "favicon"] }).notNull(),
  type: text("type", { enum: ["image/png", "image/jpeg", "image/webp"] }).notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** A partner's claim on a domain of its own. Written by the partner and by what is found when it is looked up. */
export const portalDomains = sqliteTable("portal_domains", {
  id: text("id").primaryKey(),
  partnerId: text("partner_id").notNull(),
  portalId: text("portal_id").notNull(),
  host: text("host").notNull(),
  status: text("status", {
    enum: ["pending", "verifying", "issuing", "active", "moved", "failed"],
  }).notNull(),
  /** What only this claim's record says. */
  token: text("token").notNull(),
  /** Cloudflare's id of the host, once it was told of it. */
  providerId: text("provider_id"),
  checks: text("checks", { mode: "json" }).$type<StoredCheck[]>().notNull(),
  attempts: integer("attempts").notNull(),
  /** How often in a row the host did not lead to us although it is active. */
  misses: integer("misses").notNull(),
  lastCheckedAt: integer("last_checked_at"),
  nextCheckAt: integer("next_check_at"),
  failureReason: text("failure_reason"),
  createdAt: integer("created_at").notNull(),
});

interface StoredCheck {
  type: string;
  name: string;
  value: string;
  state: "found" | "missing" | "different" | "unknown";
  found: string[];
}
