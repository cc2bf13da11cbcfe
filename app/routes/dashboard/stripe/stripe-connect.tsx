import { redirect } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as z from "zod";
import { forPartner } from "../../../http/handlers.server";
import { connectStripe, refreshAccount } from "../../../partners/connect-stripe.server";
import { requirePermission } from "../../../partners/require-permission.server";
import { loadStripeAccount } from "../../../partners/stripe-connect-page.server";
import { STRIPE_COUNTRIES } from "../../../stripe/connected-account";
import { Card } from "../../../ui/Card";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SelectField } from "../../../ui/SelectField";
import { SubmitButton } from "../../../ui/SubmitButton";
import { StripeAccountCard } from "./StripeAccountCard";

const LOCALE = "en-US";
const PAGE = "/settings/stripe-connect";
const Country = z.enum(STRIPE_COUNTRIES).catch("US");

export const meta = () => [{ title: "Stripe Connect · Topup" }];

export const loader = forPartner(async (context, { request }) => {
  if (new URL(request.url).searchParams.has("returned")) {
    await refreshAccount(context);
    throw redirect(PAGE);
  }
  const names = new Intl.DisplayNames(LOCALE, { type: "region" });
  return {
    countries: STRIPE_COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })),
    account: await loadStripeAccount(context),
  };
});

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData();
  if (form.get("intent") === "refresh") {
    await refreshAccount(context);
    return redirect(PAGE, 303);
  }
  await requirePermission(context, "connect_stripe");
  return redirect(await connectStripe(context, Country.parse(form.get("country"))), 303);
});

function NotConnected({ countries }: { countries: { value: string; label: string }[] }) {
  return (
    <Card
      title="Connect Stripe"
      description="Your customers pay you, on your own Stripe account. Stripe asks for your details on its own pages; it takes about ten minutes."
    >
      <form method="post" className="grid max-w-sm gap-4">
        <SelectField
          label="Country of your business"
          name="country"
          options={countries}
          defaultValue="US"
          hint="This cannot be changed later"
        />
        <div>
          <SubmitButton>Connect Stripe</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

export default function StripeConnect() {
  const { account, countries } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader
        title="Stripe Connect"
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Stripe Connect" }]}
      />
      {search.has("again") && (
        <Notice
          tone="warning"
          title="That link had expired"
          text="Go on with the button below; nothing was lost."
        />
      )}
      {search.has("disconnected") && !account && (
        <Notice
          tone="success"
          title="Stripe is disconnected"
          text="New payments have stopped. Credits and history are as they were."
        />
      )}
      {account ? <StripeAccountCard account={account} /> : <NotConnected countries={countries} />}
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
