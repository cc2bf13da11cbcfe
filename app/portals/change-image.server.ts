import { removeImage, replaceImage } from "../../db/portal-settings.server";
import type { Portal } from "../../db/portals.server";
import type { PartnerContext } from "../context.server";
import { newId } from "../ids";
import { type ImageKind, readImage } from "./image";

/** Puts an uploaded picture into the portal. Answers what is wrong with it, or null. */
export async function uploadImage(
  { db, partner, member, now }: PartnerContext,
  portal: Portal,
  kind: ImageKind,
  file: File,
): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readImage(bytes, kind);
  if ("error" in read) return read.error;

  const image = { id: newId("image"), kind, ...read.picture, bytes, createdAt: now() };
  const { type, width, height } = read.picture;
  await replaceImage(db, partner.id, image, {
    id: newId("audit"),
    actorId: member.id,
    action: `portal.${kind}_replaced`,
    objectId: portal.id,
    after: { image: image.id, type, width, height },
    at: image.createdAt,
  });
  return null;
}

export async function takeOutImage(
  { db, partner, member, now }: PartnerContext,
  portal: Portal,
  kind: ImageKind,
): Promise<void> {
  const image = kind === "logo" ? portal.logoId : portal.faviconId;
  if (!image) return;
  await removeImage(db, partner.id, kind, {
    id: newId("audit"),
    actorId: member.id,
    action: `portal.${kind}_removed`,
    objectId: portal.id,
    before: { image },
    at: now(),
  });
}
