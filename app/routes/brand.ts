import { findSignedInMember } from "../../db/partners.server";
import { findImage } from "../../db/portal-settings.server";
import { forVisitor } from "../http/handlers.server";
import { isId } from "../ids";
import { notFound } from "../refusals";

/** A portal's logo or favicon: on the portal for everybody, in the dashboard for its own members. */
export const loader = forVisitor(async ({ visit, db, now }, { params }) => {
  const imageId = params.imageId ?? "";
  const partnerId =
    visit.site === "portal"
      ? visit.partner.id
      : (await findSignedInMember(db, visit.tokenHash ?? "", now()))?.partner.id;
  const image = partnerId && isId(imageId, "image") ? await findImage(db, partnerId, imageId) : null;
  if (!image) throw notFound();
  return new Response(image.bytes, {
    headers: {
      "content-type": image.type,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      // The picture at an address is always the same; only whoever may see it may keep it.
      "cache-control": `${visit.site === "portal" ? "public" : "private"}, max-age=31536000, immutable`,
    },
  });
});
