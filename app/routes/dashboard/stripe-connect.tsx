import { redirect } from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as z from "zod";
import { forPartner } from "../../http/handlers.server";
import { connectStripe, refreshAccount } from "../../partners/connect-stripe.server";
import { requirePermission } from "../../partners/require-permission.server";
import { STRIPE_COUNTRIES } from "../../stripe/connected-account";
import { formatRelativeTime } from "../../time";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { CopyableId } from "../../ui/CopyableId";
import { DefinitionList } from "../../ui/DefinitionList";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { SelectField } from "../../ui/SelectField";
import { SubmitButton } from "../../ui/SubmitButton";

const LOCALE = "en-US";
const PAGE = "/settings/stripe-connect";
const Country = z.enum(STRIPE_COUNTRIES).catch("US");

export const meta = () => [{ title: "Stripe Connect · Topup" }];

export const loader = forPartner(async (context, { request }) => {
  if (new URL(request.url).searchParams.has("returned")) {
    await refreshAccount(context);
    throw redirect(PAGE);
  }
  const { account, now } = context;
  const names = new Intl.DisplayNames(LOCALE, { type: "region" });
  return {
    countries: STRIPE_COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })),
    account: account &&
      account.deauthorizedAt === null && {
        id: account.accountId,
        detailsSubmitted: account.detailsSubmitted,
        chargesEnabled: account.chargesEnabled,
        payoutsEnabled: account.payoutsEnabled,
        requirements: account.requirementsDue,
        checked: formatRelativeTime(account.syncedAt, now(), LOCALE),
      },
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

const YES_NO = (yes: boolean) => <Badge tone={yes ? "success" : "warning"}>{yes ? "Yes" : "Not yet"}</Badge>;

type Account = Exclude<ReturnType<typeof useLoaderData<typeof loader>>["account"], null | false>;

function Connected({ account }: { account: Account }) {
  const isReady = account.detailsSubmitted && account.chargesEnabled;
  return (
    <Card
      title={isReady ? "Connected" : "Almost connected"}
      description={`Checked ${account.checked}.`}
      actions={
        <>
          {!isReady && (
            <form method="post">
              <SubmitButton>
                {account.detailsSubmitted ? "Complete Requirements" : "Complete Setup"}
              </SubmitButton>
            </form>
          )}
          <form method="post">
            <SubmitButton variant="secondary" name="intent" value="refresh">
              Refresh
            </SubmitButton>
          </form>
        </>
      }
    >
      <DefinitionList
        items={[
          { term: "Account", details: <CopyableId value={account.id} /> },
          { term: "Accept Charges", details: YES_NO(account.chargesEnabled) },
          { term: "Receive Payouts", details: YES_NO(account.payoutsEnabled) },
          { term: "Outstanding Requirements", details: account.requirements.join(", ") || "None" },
        ]}
      />
    </Card>
  );
}

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
      {account ? <Connected account={account} /> : <NotConnected countries={countries} />}
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
