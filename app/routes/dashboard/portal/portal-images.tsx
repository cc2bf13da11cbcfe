import { redirect } from "@remix-run/cloudflare";
import { useActionData } from "@remix-run/react";
import * as z from "zod";
import { findPortal } from "../../../../db/portals.server";
import { forPartner, invalid } from "../../../http/handlers.server";
import { takeOutImage, uploadImage } from "../../../portals/change-image.server";
import { formUnusable, notFound } from "../../../refusals";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";

const PAGE = "/settings/portal";
const Kind = z.enum(["logo", "favicon"]);

export const meta = () => [{ title: "Pictures of the portal · Topup" }];

/** The pictures themselves are on the page of the portal; this one says why a file was not taken. */
export const loader = forPartner(async () => null);

export const action = forPartner(async (context, { request }) => {
  const portal = await findPortal(context.db, context.partner.id);
  if (!portal) throw notFound();
  const form = await request.formData().catch(() => null);
  const kind = Kind.safeParse(form?.get("kind"));
  if (!form || !kind.success) throw formUnusable();

  if (form.get("intent") === "remove") {
    await takeOutImage(context, portal, kind.data);
    return redirect(`${PAGE}?removed=${kind.data}#images`, 303);
  }
  const file = form.get("file");
  if (!(file instanceof File)) throw formUnusable();
  const error = await uploadImage(context, portal, kind.data, file);
  return error ? invalid({ error }) : redirect(`${PAGE}?uploaded=${kind.data}#images`, 303);
});

export default function PortalImages() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={refused ? "The picture was not taken" : "Pictures"}
        breadcrumbs={[
          { label: "Settings", href: "/settings" },
          { label: "White-label portal", href: PAGE },
          { label: "Pictures" },
        ]}
      />
      <Card
        title={refused?.error ?? "Your logo and your favicon"}
        description={
          refused
            ? "Nothing was changed; the portal looks as it did before."
            : "They are on the page of your portal, below its other settings."
        }
      >
        <ButtonLink href={`${PAGE}#images`} variant="primary">
          {refused ? "Choose another file" : "Go to the pictures"}
        </ButtonLink>
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
