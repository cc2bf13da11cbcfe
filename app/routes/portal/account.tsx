import { useLoaderData } from "@remix-run/react";
import type { SignedIn } from "../../auth/end-sign-ins.server";
import type { CustomerContext } from "../../context.server";
import { listPlaces, signOutAt } from "../../http/account-page.server";
import { forCustomer } from "../../http/handlers.server";
import { Card } from "../../ui/Card";
import { DefinitionList } from "../../ui/DefinitionList";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { SignedInPlaces } from "../../ui/SignedInPlaces";
import { titled } from "../../ui/titled";
import { useTexts } from "../../ui/wording";

const PAGE = "/account";

const whoIs = ({ partner, portal, customer }: CustomerContext): SignedIn => ({
  partnerId: partner.id,
  type: "customer",
  realm: `portal:${portal.id}`,
  id: customer.id,
});

export const meta = titled(({ account }) => account.title);

export const loader = forCustomer(async (context, { request }) => {
  const { customer, session, wording } = context;
  return {
    ...(await listPlaces(context, whoIs(context), session, wording)),
    name: customer.name,
    email: customer.email,
    hasEnded: new URL(request.url).searchParams.has("ended"),
  };
});

export const action = forCustomer((context, { request }) =>
  signOutAt(context, whoIs(context), { request, here: context.session, page: PAGE }),
);

export default function Account() {
  const { name, email, hasEnded, ...signedIn } = useLoaderData<typeof loader>();
  const { account } = useTexts();
  return (
    <>
      <PageHeader title={account.title} />
      {hasEnded && <Notice tone="success" title={account.ended} />}
      <Card>
        <DefinitionList
          items={[
            { term: account.name, details: name },
            { term: account.email, details: email },
          ]}
        />
      </Card>
      <SignedInPlaces {...signedIn} texts={account} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
