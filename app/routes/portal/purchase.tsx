import { data, type HeadersFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { formatCredits } from "../../credits";
import { forCustomer } from "../../http/handlers.server";
import { newId } from "../../ids";
import { formatMoney } from "../../money";
import { looksOf, nextLook } from "../../purchases/next-look";
import { hasReceipt } from "../../purchases/purchase-list-rows";
import { purchasePage } from "../../purchases/purchase-page";
import { proofLine } from "../../purchases/receipt";
import { refreshPurchase } from "../../purchases/refresh-purchase.server";
import { notFound } from "../../refusals";
import { ButtonLink } from "../../ui/Button";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { StatusPage } from "../../ui/portal/StatusPage";
import { SubmitButton } from "../../ui/SubmitButton";
import { TextLink } from "../../ui/TextLink";
import { titled } from "../../ui/titled";
import { useTexts } from "../../ui/wording";

export const loader = forCustomer(async (context, { request, params }) => {
  const { wording, preview } = context;
  const { locale, texts } = wording;
  const found = await refreshPurchase(context, params.purchaseId ?? "");
  const { purchase, entry } = found;
  if (purchase.partnerId !== context.partner.id) throw notFound();

  const query = new URL(request.url).searchParams;
  const page = purchasePage(found, entry, query.has("cancelled"), wording);
  const looksItself = page.isWaiting && query.get("look") !== "off";
  const look = looksItself ? nextLook(looksOf(query.get("look")), purchase.state === "processing") : null;
  const { plan, credits, price, purchase: number, proof } = texts.outcome;
  const shown = {
    page: withoutPayment(preview !== null, page),
    looksItself,
    receiptHref: hasReceipt(purchase) ? `/purchases/${purchase.purchaseId}/receipt` : null,
    planId: purchase.planId,
    clickId: newId("click"),
    details: [
      { term: plan, details: purchase.planName },
      { term: credits, details: formatCredits(purchase.creditsMicros, locale) },
      { term: price, details: formatMoney(purchase.priceMinor, purchase.currency, locale) },
      { term: number, details: purchase.purchaseId },
      ...(entry ? [{ term: proof, details: proofLine(purchase, entry, wording) }] : []),
    ],
  };
  return data(shown, look ? { headers: { refresh: `${look.seconds}; url=${look.query}` } } : {});
});

/** A page that waits is read again by the browser itself, which needs no script for it. */
export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders;

/** Stripe does not know that a preview only looks, so there is no way from one to a payment. */
const withoutPayment = (isPreview: boolean, page: ReturnType<typeof purchasePage>) =>
  isPreview ? { ...page, resumeUrl: null } : page;

export const meta = titled<{ page: { title: string } }>((_, { page }) => page.title);

export default function PurchasePage() {
  const { page, details } = useLoaderData<typeof loader>();
  return (
    <StatusPage
      tone={page.tone}
      title={page.title}
      text={
        <>
          {page.text} <Looks />
        </>
      }
      details={details}
      actions={<WaysOn />}
    />
  );
}

/** Whoever listens to the page, or reads it slowly, is not to be interrupted by it. */
function Looks() {
  const { page, looksItself } = useLoaderData<typeof loader>();
  const { looksAgain, stopLooking, lookAgain } = useTexts().outcome;
  if (!page.isWaiting) return null;
  if (!looksItself) return <TextLink href="?">{lookAgain}</TextLink>;
  return (
    <>
      {looksAgain} <TextLink href="?look=off">{stopLooking}</TextLink>
    </>
  );
}

function WaysOn() {
  const { page, receiptHref, planId, clickId } = useLoaderData<typeof loader>();
  const texts = useTexts().outcome;
  const isPending = page.tone === "pending";
  return (
    <>
      {page.resumeUrl && (
        <ButtonLink href={page.resumeUrl} variant={isPending ? "secondary" : "primary"}>
          {isPending ? texts.toPayment : texts.tryAgain}
        </ButtonLink>
      )}
      {page.mayTryAgain && (
        <form method="post" action="/credits">
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="clickId" value={clickId} />
          <SubmitButton>{texts.tryAgain}</SubmitButton>
        </form>
      )}
      {receiptHref && <ButtonLink href={receiptHref}>{texts.receipt}</ButtonLink>}
      {page.showsHistory && <ButtonLink href="/history">{texts.history}</ButtonLink>}
      <ButtonLink href="/credits">{texts.back}</ButtonLink>
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
