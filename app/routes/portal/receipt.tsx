import { useLoaderData } from "@remix-run/react";
import { forCustomer } from "../../http/handlers.server";
import { readReceipt } from "../../purchases/read-receipt.server";
import { ButtonLink } from "../../ui/Button";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { ReceiptPaper } from "../../ui/portal/ReceiptPaper";
import { StatusPage } from "../../ui/portal/StatusPage";

export const loader = forCustomer(async (context, { params }) => {
  const purchaseId = params.purchaseId ?? "";
  return { purchaseId, ...(await readReceipt(context, purchaseId)) };
});

export default function ReceiptPage() {
  const page = useLoaderData<typeof loader>();
  const purchaseHref = `/purchases/${page.purchaseId}`;
  if (page.receipt) return <ReceiptPaper receipt={page.receipt} purchaseHref={purchaseHref} />;
  return (
    <StatusPage
      tone="neutral"
      title="There is no receipt for this purchase"
      text={`A receipt says which credits were added, and for ${page.plan} none were. ${page.status.text}`}
      actions={
        <>
          <ButtonLink href={purchaseHref} variant="primary">
            View your purchase
          </ButtonLink>
          <ButtonLink href="/billing/purchases">All purchases</ButtonLink>
        </>
      }
    />
  );
}

export const ErrorBoundary = PageErrorBoundary;
