import { useActionData, useLoaderData } from "@remix-run/react";
import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { invitePreview } from "../../../customers/preview-portal.server";
import { forPartner } from "../../../http/handlers.server";
import { Card } from "../../../ui/Card";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextLink } from "../../../ui/TextLink";

export const meta = () => [{ title: "Preview portal · Topup" }];

export const loader = forPartner(async (context, { params }) => {
  const { id, name, email } = await findCustomerOrRefuse(context, params.customerId);
  return { id, name: name || email };
});

/** Answers with a page and not by going there: a form of the dashboard may end at no other host but Stripe's. */
export const action = forPartner(async (context, { params, context: { visit } }) => {
  const customer = await findCustomerOrRefuse(context, params.customerId);
  return { href: await invitePreview(context, customer, visit?.tokenHash ?? "") };
});

export default function PreviewPortal() {
  const { id, name } = useLoaderData<typeof loader>();
  const href = useActionData<typeof action>()?.href;
  return (
    <>
      <PageHeader
        title="Preview portal"
        breadcrumbs={[
          { label: "Customers", href: "/customers" },
          { label: name, href: `/customers/${id}` },
          { label: "Preview" },
        ]}
      />
      {href && <meta httpEquiv="refresh" content={`0;url=${href}`} />}
      <Card>
        {href ? (
          <p>
            Your portal opens in a moment. <TextLink href={href}>Open it now</TextLink>
          </p>
        ) : (
          <form method="post" className="grid max-w-prose justify-items-start gap-5 text-sm">
            <p>
              You see your portal as {name} does. Nothing can be bought or changed there, it ends after 30
              minutes or when you sign out here, and the audit log says that you looked.
            </p>
            <SubmitButton>Preview portal</SubmitButton>
          </form>
        )}
      </Card>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
