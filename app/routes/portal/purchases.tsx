import { useLoaderData } from "@remix-run/react";
import { ReceiptText } from "lucide-react";
import { forCustomer } from "../../http/handlers.server";
import { isId } from "../../ids";
import { purchaseListRows } from "../../purchases/purchase-list-rows";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { Pagination } from "../../ui/Pagination";
import { PurchaseList } from "../../ui/portal/PurchaseList";
import { titled } from "../../ui/titled";
import { useTexts } from "../../ui/wording";
import { BillingTabs } from "./BillingTabs";

const PURCHASES_A_PAGE = 25;

export const meta = titled(({ purchases }) => `${purchases.tabs.purchases} · ${purchases.title}`);

export const loader = forCustomer(async ({ wallet, customer, wording, now }, { request }) => {
  const asked = new URL(request.url).searchParams.get("before") ?? "";
  const before = isId(asked, "purchase") ? asked : null;
  const { purchases, next } = await wallet(customer.id).purchases(before, PURCHASES_A_PAGE);
  return { purchases: purchaseListRows(purchases, now(), wording), next, isFirst: before === null };
});

export default function Purchases() {
  const { purchases, next, isFirst } = useLoaderData<typeof loader>();
  const { frame, history, purchases: texts } = useTexts();
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={
          purchases.length > 0 && <ButtonLink href="/billing/purchases.csv">{history.download}</ButtonLink>
        }
      />
      <BillingTabs current="purchases" />
      {purchases.length > 0 ? (
        <PurchaseList caption={texts.caption} purchases={purchases} />
      ) : (
        <Card>
          <EmptyState icon={ReceiptText} line={texts.empty} text={texts.emptyText} />
        </Card>
      )}
      <Pagination
        newerHref={isFirst ? undefined : "/billing/purchases"}
        olderHref={next ? `/billing/purchases?before=${next}` : undefined}
        labels={{ navigation: texts.pages, newer: frame.newest, older: frame.older }}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
