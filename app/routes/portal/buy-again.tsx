import { useLoaderData } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { newId } from "../../ids";
import { anotherPurchase } from "../../purchases/another-purchase";
import { notFound } from "../../refusals";
import { ButtonLink } from "../../ui/Button";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { StatusPage } from "../../ui/portal/StatusPage";
import { SubmitButton } from "../../ui/SubmitButton";
import { TextLink } from "../../ui/TextLink";

export const loader = forCustomer(async ({ wallet, customer, portal }, { params }) => {
  const found = await wallet(customer.id).purchase(params.purchaseId ?? "");
  if (!found) throw notFound();
  const { purchaseId, planId } = found.purchase;
  return {
    ...anotherPurchase(found.purchase, portal.locale),
    purchaseId,
    planId,
    clickId: newId("click"),
  };
});

export default function BuyAgain() {
  const { title, text, purchaseId, planId, clickId } = useLoaderData<typeof loader>();
  return (
    <StatusPage
      tone="pending"
      title={title}
      text={
        <>
          {text} <TextLink href={`/purchases/${purchaseId}`}>See how it stands</TextLink>
        </>
      }
      actions={
        <>
          <form method="post" action="/credits">
            <input type="hidden" name="planId" value={planId} />
            <input type="hidden" name="clickId" value={clickId} />
            <input type="hidden" name="another" value="yes" />
            <SubmitButton variant="secondary">Buy another</SubmitButton>
          </form>
          <ButtonLink href="/credits" variant="primary">
            Back
          </ButtonLink>
        </>
      }
    />
  );
}

export const ErrorBoundary = PageErrorBoundary;
