import { readCustomerKind } from "../../../email/kinds";
import { previewEmail } from "../../../email/preview-email.server";
import { forPartnerFile } from "../../../http/handlers.server";
import { emailPolicy } from "../../../http/security-headers";
import { notFound } from "../../../refusals";

/** An e-mail by itself, for the frame on the page of its preview. */
export const loader = forPartnerFile(async (context, { params }) => {
  const kind = readCustomerKind(params.kind);
  const preview = kind && (await previewEmail(context, kind));
  if (!preview) throw notFound();
  return new Response(preview.written.html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": emailPolicy(preview.letter.origin),
    },
  });
});
