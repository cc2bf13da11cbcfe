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
