import { useLoaderData } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { readReceipt } from "../../purchases/read-receipt.server";
import { ButtonLink } from "../../ui/Button";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { ReceiptPaper } from "../../ui/portal/ReceiptPaper";
import { StatusPage } from "../../ui/portal/StatusPage";
import { titled } from "../../ui/titled";
import { useTexts } from "../../ui/wording";

export const loader = forCustomer(async (context, { params }) => {
  const purchaseId = params.purchaseId ?? "";
  return { purchaseId, ...(await readReceipt(context, purchaseId)) };
});

export const meta = titled<{ receipt: unknown }>(({ receipt: texts }, { receipt }) =>
  receipt ? texts.title : texts.none.title,
);

export default function ReceiptPage() {
  const page = useLoaderData<typeof loader>();
  const purchaseHref = `/purchases/${page.purchaseId}`;
  const { receipt: texts } = useTexts();
  if (page.receipt) {
    return <ReceiptPaper receipt={page.receipt} purchaseHref={purchaseHref} stripeHref={page.stripeUrl} />;
  }
  return (
    <StatusPage
      tone="neutral"
      title={texts.none.title}
      text={`${texts.none.text(page.plan)} ${page.status.text}`}
      actions={
        <>
          <ButtonLink href={purchaseHref} variant="primary">
            {texts.purchase}
          </ButtonLink>
          <ButtonLink href="/billing/purchases">{texts.allPurchases}</ButtonLink>
        </>
      }
    />
  );
}

export const ErrorBoundary = PageErrorBoundary;
