import { useLoaderData } from "@remix-run/react";
import type { SignedIn } from "../../auth/end-sign-ins.server";
import type { PartnerContext } from "../../context.server";
import { listPlaces, signOutAt } from "../../http/account-page.server";
import { forPartner } from "../../http/handlers.server";
import { ENGLISH } from "../../i18n/wording";
import { Card } from "../../ui/Card";
import { DefinitionList } from "../../ui/DefinitionList";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { SignedInPlaces } from "../../ui/SignedInPlaces";

const PAGE = "/settings/account";
const TEXTS = ENGLISH.texts.account;

export const meta = () => [{ title: "Your account · Topup" }];

const whoIs = ({ partner, member }: PartnerContext): SignedIn => ({
  partnerId: partner.id,
  type: "member",
  realm: "platform",
  id: member.id,
});

export const loader = forPartner(async (context, { request }) => {
  const { member, session } = context;
  return {
    ...(await listPlaces(context, whoIs(context), session, ENGLISH)),
    name: member.name,
    email: member.email,
    hasEnded: new URL(request.url).searchParams.has("ended"),
  };
});

export const action = forPartner((context, { request }) =>
  signOutAt(context, whoIs(context), { request, here: context.session, page: PAGE }),
);

export default function YourAccount() {
  const { name, email, hasEnded, ...signedIn } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Your account"
        description="Who you are here, and where you are signed in."
        breadcrumbs={[{ label: "Settings", href: "/settings" }, { label: "Your account" }]}
      />
      {hasEnded && <Notice tone="success" title={TEXTS.ended} />}
      <Card>
        <DefinitionList
          items={[
            { term: TEXTS.name, details: name },
            { term: TEXTS.email, details: email },
          ]}
        />
      </Card>
      <SignedInPlaces {...signedIn} texts={TEXTS} />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
