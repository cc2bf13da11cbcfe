import { data, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { findPortal } from "../../../../db/portals.server";
import { forPartner, invalid } from "../../../http/handlers.server";
import {
  colorOf,
  type PortalErrors,
  type PortalFormValues,
  readPortalForm,
  titleError,
} from "../../../portals/portal-form";
import { openPortal, savePortal } from "../../../portals/save-portal.server";
import { portalOrigin } from "../../../portals/site";
import { readSubdomain } from "../../../portals/subdomain";
import { notFound } from "../../../refusals";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { NewPortalForm } from "./NewPortalForm";
import { PortalImagesCard } from "./PortalImagesCard";
import { PortalSettingsForm, portalFormValues } from "./PortalSettingsForm";

const PAGE = "/settings/portal";

export const meta = () => [{ title: "White-label portal · Topup" }];

export const loader = forPartner(async ({ db, partner, settings }, { request }) => {
  const portal = await findPortal(db, partner.id);
  const { searchParams } = new URL(request.url);
  const told = ["opened", "saved", "uploaded", "removed"].find((name) => searchParams.has(name)) ?? null;
  return {
    told,
    domain: settings.PORTAL_DOMAIN,
    partnerName: partner.name,
    address: portal && portalOrigin(settings, portal),
    images: { logoId: portal?.logoId ?? null, faviconId: portal?.faviconId ?? null },
    values: portal && {
      ...portal,
      brandColor: portal.brandColor ?? "",
      termsUrl: portal.termsUrl ?? "",
      privacyUrl: portal.privacyUrl ?? "",
      supportEmail: partner.supportEmail ?? "",
      planOrder: partner.planOrder,
    },
  };
});

/** What comes back where nothing was saved. */
interface Unsaved {
  values?: PortalFormValues;
  errors?: PortalErrors;
  opening?: { subdomain: string; title: string; errors: { subdomain?: string; title?: string } };
}

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData();
  const portal = await findPortal(context.db, context.partner.id);
  if (form.get("intent") === "open") {
    const subdomain = String(form.get("subdomain") ?? "");
    const title = String(form.get("title") ?? "")
      .normalize("NFC")
      .trim();
    const read = readSubdomain(subdomain, context.settings.PLATFORM_NAME);
    const mistaken = titleError(title);
    const errors = {
      ...("error" in read ? { subdomain: read.error } : {}),
      ...(mistaken ? { title: mistaken } : {}),
    };
    const opening = { subdomain, title, errors };
    if ("error" in read || mistaken) return invalid<Unsaved>({ opening });
    if (portal || (await openPortal(context, read.subdomain, title))) return redirect(`${PAGE}?opened`, 303);
    const taken = { subdomain: "This address is taken. Please choose another one" };
    return invalid<Unsaved>({ opening: { ...opening, errors: taken } });
  }

  if (!portal) throw notFound();
  const values = portalFormValues(form);
  const shade = form.get("shade");
  if (shade !== null) return data<Unsaved>({ values: { ...values, brandColor: colorOf(String(shade)) } });
  if (form.get("intent") === "preview") return data<Unsaved>({ values });

  const read = readPortalForm(values);
  if ("errors" in read) return invalid<Unsaved>({ values, errors: read.errors });
  await savePortal(context, portal, read.settings);
  return redirect(`${PAGE}?saved`, 303);
});

const TOLD: Record<string, { title: string; text: string }> = {
  opened: { title: "Your portal is open", text: "Give it your colour and your logo next." },
  saved: { title: "Portal saved", text: "Your customers see it from their next page on." },
  uploaded: { title: "Picture uploaded", text: "Your customers see it from their next page on." },
  removed: { title: "Picture removed", text: "The portal shows its title instead." },
};

export default function PortalPage() {
  const { told, domain, partnerName, address, images, values } = useLoaderData<typeof loader>();
  const unsaved = useActionData<typeof action>() as Unsaved | undefined;
  const isSaving = useNavigation().state !== "idle";
  const news = told && !unsaved ? TOLD[told] : undefined;
  return (
    <>
      <PageHeader
        title="White-label portal"
        description="What your customers see: your name, your colour, your words, and nothing of ours."
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "White-label portal" }]}
      />
      {news && <Notice tone="success" {...news} />}
      {values ? (
        <>
          <PortalSettingsForm
            key={unsaved?.values?.brandColor}
            address={address ?? ""}
            images={images}
            values={unsaved?.values ?? values}
            errors={unsaved?.errors ?? {}}
            isSaving={isSaving}
          />
          <PortalImagesCard {...images} />
        </>
      ) : (
        <NewPortalForm
          domain={domain}
          values={unsaved?.opening ?? { subdomain: "", title: partnerName }}
          errors={unsaved?.opening?.errors ?? {}}
          isSaving={isSaving}
        />
      )}
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
