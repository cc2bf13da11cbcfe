import { useLoaderData } from "@remix-run/react";
import { formatCredits } from "../../credits";
import { forCustomer } from "../../http/handlers.server";
import { newId } from "../../ids";
import { formatMoney } from "../../money";
import { hasReceipt } from "../../purchases/purchase-list-rows";
import { purchasePage } from "../../purchases/purchase-page";
import { refreshPurchase } from "../../purchases/refresh-purchase.server";
import { notFound } from "../../refusals";
import { ButtonLink } from "../../ui/Button";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { StatusPage } from "../../ui/portal/StatusPage";
import { SubmitButton } from "../../ui/SubmitButton";

const LOOK_AGAIN_SECONDS = 5;

export const loader = forCustomer(async (context, { request, params }) => {
  const { portal, preview } = context;
  const purchaseId = params.purchaseId ?? "";
  const { purchase, entry } = await refreshPurchase(context, purchaseId);
  if (purchase.partnerId !== context.partner.id) throw notFound();

  const cameBackByCancel = new URL(request.url).searchParams.has("cancelled");
  return {
    page: withoutPayment(preview !== null, purchasePage(purchase, entry, cameBackByCancel, portal.locale)),
    receiptHref: hasReceipt(purchase) ? `/purchases/${purchase.purchaseId}/receipt` : null,
    planId: purchase.planId,
    clickId: newId("click"),
    details: [
      { term: "Plan", details: purchase.planName },
      { term: "Credits", details: formatCredits(purchase.creditsMicros, portal.locale) },
      { term: "Price", details: formatMoney(purchase.priceMinor, purchase.currency, portal.locale) },
      { term: "Purchase", details: purchase.purchaseId },
    ],
  };
});

/** Stripe does not know that a preview only looks, so there is no way from one to a payment. */
const withoutPayment = (isPreview: boolean, page: ReturnType<typeof purchasePage>) =>
  isPreview ? { ...page, resumeUrl: null } : page;

export default function PurchasePage() {
  const { page, details, receiptHref, planId, clickId } = useLoaderData<typeof loader>();
  return (
    <>
      {page.isWaiting && <meta httpEquiv="refresh" content={String(LOOK_AGAIN_SECONDS)} />}
      <StatusPage
        tone={page.tone}
        title={page.title}
        text={page.text}
        details={details}
        actions={
          <>
            {page.resumeUrl && (
              <ButtonLink href={page.resumeUrl} variant={page.tone === "pending" ? "secondary" : "primary"}>
                {page.tone === "pending" ? "Go to the payment page" : "Try again"}
              </ButtonLink>
            )}
            {page.mayTryAgain && (
              <form method="post" action="/credits">
                <input type="hidden" name="planId" value={planId} />
                <input type="hidden" name="clickId" value={clickId} />
                <SubmitButton>Try again</SubmitButton>
              </form>
            )}
            {receiptHref && <ButtonLink href={receiptHref}>Receipt</ButtonLink>}
            <ButtonLink href="/credits">Back to credits</ButtonLink>
          </>
        }
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
