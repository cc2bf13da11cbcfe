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
import { titled } from "../../ui/titled";
import { useTexts } from "../../ui/wording";

export const loader = forCustomer(async ({ wallet, customer, wording }, { params }) => {
  const found = await wallet(customer.id).purchase(params.purchaseId ?? "");
  if (!found) throw notFound();
  const { purchaseId, planId } = found.purchase;
  return {
    ...anotherPurchase(found.purchase, wording),
    purchaseId,
    planId,
    clickId: newId("click"),
  };
});

export const meta = titled<{ title: string }>((_, { title }) => title);

export default function BuyAgain() {
  const { again } = useTexts().outcome;
  const { title, text, purchaseId, planId, clickId } = useLoaderData<typeof loader>();
  return (
    <StatusPage
      tone="pending"
      title={title}
      text={
        <>
          {text} <TextLink href={`/purchases/${purchaseId}`}>{again.see}</TextLink>
        </>
      }
      actions={
        <>
          <form method="post" action="/credits">
            <input type="hidden" name="planId" value={planId} />
            <input type="hidden" name="clickId" value={clickId} />
            <input type="hidden" name="another" value="yes" />
            <SubmitButton variant="secondary">{again.buy}</SubmitButton>
          </form>
          <ButtonLink href="/credits" variant="primary">
            {again.back}
          </ButtonLink>
        </>
      }
    />
  );
}

export const ErrorBoundary = PageErrorBoundary;
