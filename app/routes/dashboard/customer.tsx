import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { History } from "lucide-react";
import { findCustomer } from "../../../db/customers.server";
import type { PartnerContext } from "../../context.server";
import { formatCredits } from "../../credits";
import { adjustCredits } from "../../customers/adjust-credits.server";
import { isAdjustmentIntent, readAdjustmentForm } from "../../customers/adjustment-form";
import { adjustmentRefusal } from "../../customers/adjustment-refusal";
import { PORTAL_ACCESS } from "../../customers/customer-rows";
import { forPartner, invalid } from "../../http/handlers.server";
import { isId, newId } from "../../ids";
import { HISTORY_HEADERS, historyRows } from "../../purchases/history-rows";
import { formUnusable, notFound } from "../../refusals";
import { formatDateTime } from "../../time";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { Pagination } from "../../ui/Pagination";
import { BalanceCard } from "../../ui/portal/BalanceCard";
import { HistoryList } from "../../ui/portal/HistoryList";
import { AdjustmentForm } from "./AdjustmentForm";
import { CustomerTabs } from "./CustomerTabs";

const LOCALE = "en-US";
const ENTRIES_A_PAGE = 25;

export const meta = () => [{ title: "Credits of a customer · Topup" }];

export const loader = forPartner(async (context, { params, request }) => {
  const customer = await ownCustomer(context, params);
  const { searchParams } = new URL(request.url);
  const before = searchParams.get("before") ?? "";
  const beforeSeq = /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null;
  const wallet = context.wallet(customer.id);
  const [{ balanceMicros, restoredAt }, { entries, next }] = await Promise.all([
    wallet.summary(0),
    wallet.history(beforeSeq, ENTRIES_A_PAGE),
  ]);
  return {
    formId: newId("form"),
    customer: {
      id: customer.id,
      name: customer.name || customer.email,
      email: customer.email,
      access: PORTAL_ACCESS[customer.portalAccess],
    },
    balance: formatCredits(balanceMicros, LOCALE),
    entries: historyRows(entries, context.now(), LOCALE),
    next,
    restoredOn: restoredAt === null ? null : formatDateTime(restoredAt, LOCALE),
    isFirst: beforeSeq === null,
    done: searchParams.has("added") ? "Credits added" : searchParams.has("deducted") && "Credits deducted",
  };
});

export const action = forPartner(async (context, { params, request }) => {
  const customer = await ownCustomer(context, params);
  const form = await request.formData();
  const [intent, formId] = [form.get("intent"), String(form.get("formId") ?? "")];
  if (!isAdjustmentIntent(intent) || !isId(formId, "form")) throw formUnusable();

  const values = { amount: String(form.get("amount") ?? ""), note: String(form.get("note") ?? "") };
  const read = readAdjustmentForm(values, intent);
  if ("errors" in read) return invalid({ values, errors: read.errors, refusal: null });

  const result = await adjustCredits(context, customer.id, read.draft, formId);
  const refusal = adjustmentRefusal(result, read.draft.amountMicros, LOCALE);
  if (refusal) return invalid({ values, errors: {}, refusal });
  return redirect(`/customers/${customer.id}?${intent === "add" ? "added" : "deducted"}`, 303);
});

/** Asked before the wallet: another partner's customer is nobody here. */
async function ownCustomer({ db, partner }: PartnerContext, { customerId }: LoaderFunctionArgs["params"]) {
  const customer = await findCustomer(db, partner.id, customerId ?? "");
  if (!customer) throw notFound();
  return customer;
}

export default function CustomerCredits() {
  const { customer, balance, formId, done, restoredOn } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { formData } = useNavigation();
  const intent = formData?.get("intent");
  return (
    <>
      <PageHeader
        title={customer.name}
        description={customer.email}
        badge={<Badge tone={customer.access.tone}>Portal access: {customer.access.label}</Badge>}
        breadcrumbs={[{ label: "Customers", href: "/customers" }, { label: customer.name }]}
      />
      <CustomerTabs customerId={customer.id} current="credits" />
      {done && !refused && <Notice tone="success" title={done} />}
      {restoredOn && <RestoredNotice on={restoredOn} />}
      <BalanceCard label="Current Balance" amount={balance} unit="credits" />
      <Card id="credits" title="Credits" description="Add or deduct credits by hand.">
        <AdjustmentForm
          // A form that was taken leaves no text behind; the new one has an id of its own.
          key={refused ? "refused" : formId}
          formId={formId}
          values={refused?.values ?? { amount: "", note: "" }}
          errors={refused?.errors ?? {}}
          refusal={refused?.refusal ?? null}
          pending={isAdjustmentIntent(intent) ? intent : null}
        />
      </Card>
      <CreditHistory />
    </>
  );
}

function RestoredNotice({ on }: { on: string }) {
  return (
    <Notice
      tone="warning"
      title="This wallet was put together again"
      text={`It was lost, and made anew on ${on} from copies of it. Stripe was asked about its payments and refunds. A change of the last moment before, such as one by hand, may be missing: compare, and add it again with a note.`}
    />
  );
}

function CreditHistory() {
  const { customer, entries, next, isFirst } = useLoaderData<typeof loader>();
  const here = `/customers/${customer.id}`;
  return (
    <>
      {entries.length > 0 ? (
        <HistoryList caption="History" headers={HISTORY_HEADERS} entries={entries} />
      ) : (
        <Card>
          <EmptyState
            icon={History}
            line="No changes yet"
            text="Purchases and credits that you add or deduct appear here."
          />
        </Card>
      )}
      <Pagination
        newerHref={isFirst ? undefined : here}
        olderHref={next ? `${here}?before=${next}` : undefined}
        labels={{ navigation: "Pages of the history", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
