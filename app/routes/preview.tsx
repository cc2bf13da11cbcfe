import { redirect } from "@remix-run/cloudflare";
import { useActionData } from "@remix-run/react";
import { enterPreview } from "../customers/preview-portal.server";
import { sessionCookie } from "../http/cookies.server";
import { forVisitor, invalid } from "../http/handlers.server";
import { secretAddressHeaders } from "../http/secret-address-headers";
import { notFound } from "../refusals";
import { SignInCard } from "../ui/SignInCard";
import { SiteBrand } from "../ui/SiteBrand";
import { SiteErrorBoundary } from "../ui/SiteErrorBoundary";
import { SubmitButton } from "../ui/SubmitButton";

export const headers = secretAddressHeaders;

/** Looking uses nothing up: a browser may fetch a page before somebody opens it. */
export const loader = forVisitor(async ({ visit }) => {
  if (visit.site !== "portal") throw notFound();
  return null;
});

export const action = forVisitor(async ({ visit, ...context }, { params }) => {
  if (visit.site !== "portal") throw notFound();
  const token = await enterPreview(context, visit, params.token ?? "");
  if (token) {
    const cookie = await sessionCookie(context.settings).serialize(token);
    return redirect("/credits", { status: 303, headers: { "set-cookie": cookie } });
  }
  // The second click of a double click finds the ticket used, and what it asks for done.
  return visit.preview ? redirect("/credits", 303) : invalid({ isSpent: true });
});

export default function Preview() {
  if (useActionData<typeof action>()) {
    return (
      <SignInCard
        brand={<SiteBrand />}
        title="This preview cannot be opened any more"
        text="Its address works once and for two minutes. Open the preview again from the customer's page; nothing was changed."
      />
    );
  }
  return (
    <SignInCard
      brand={<SiteBrand />}
      title="Preview as a customer"
      text="You see this portal as your customer does. Nothing can be bought or changed, the preview ends after 30 minutes, and your audit log says that you looked. Whoever is signed in here in this browser is signed out."
    >
      <form method="post">
        <SubmitButton wide>Open preview</SubmitButton>
      </form>
    </SignInCard>
  );
}

export const ErrorBoundary = SiteErrorBoundary;
