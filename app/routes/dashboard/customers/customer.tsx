import { data, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { formatCredits } from "../../../credits";
import { adjustCredits } from "../../../customers/adjust-credits.server";
import {
  type AdjustmentErrors,
  type AdjustmentFormValues,
  isAdjustmentIntent,
  isTypedAgain,
  readAdjustmentForm,
} from "../../../customers/adjustment-form";
import { adjustmentRefusal } from "../../../customers/adjustment-refusal";
import { customerHead } from "../../../customers/customer-head";
import { findCustomerOrRefuse } from "../../../customers/find-customer.server";
import { type AdjustmentReview, reviewAdjustment } from "../../../customers/review-adjustment";
import { forPartner, invalid } from "../../../http/handlers.server";
import { ENGLISH } from "../../../i18n/wording";
import { isId, newId } from "../../../ids";
import { historyRows, readTypeFilter } from "../../../purchases/history-rows";
import { formUnusable } from "../../../refusals";
import { describeMoment, formatDateTime } from "../../../time";
import { Card } from "../../../ui/Card";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { BalanceCard } from "../../../ui/portal/BalanceCard";
import { Timestamp } from "../../../ui/Timestamp";
import { AdjustmentForm } from "./AdjustmentForm";
import { CreditHistory } from "./CreditHistory";
import { CustomerHead } from "./CustomerHead";
import { ReviewAdjustment } from "./ReviewAdjustment";

const LOCALE = "en-US";
const ENTRIES_A_PAGE = 25;

export const meta = () => [{ title: "Credits of a customer · Topup" }];

export const loader = forPartner(async (context, { params, request }) => {
  const customer = await findCustomerOrRefuse(context, params.customerId);
  const { searchParams } = new URL(request.url);
  const before = searchParams.get("before") ?? "";
  const beforeSeq = /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null;
  const type = readTypeFilter(searchParams.get("type"));
  const wallet = context.wallet(customer.id);
  const [summary, { entries, next }] = await Promise.all([
    wallet.summary(0),
    wallet.history(beforeSeq, ENTRIES_A_PAGE, type),
  ]);
  const { balanceMicros, usedMicros, updatedAt, restoredAt } = summary;
  return {
    formId: newId("form"),
    head: customerHead(customer, newId("form")),
    balanceMicros,
    balance: formatCredits(balanceMicros, LOCALE),
    used: formatCredits(usedMicros, LOCALE),
    updated: updatedAt === null ? null : describeMoment(updatedAt, context.now(), LOCALE),
    history: {
      entries: historyRows(entries, context.now(), ENGLISH),
      next,
      isFirst: beforeSeq === null,
      type,
    },
    restoredOn: restoredAt === null ? null : formatDateTime(restoredAt, LOCALE),
    done: searchParams.has("added") ? "Credits added" : searchParams.has("deducted") && "Credits deducted",
  };
});

/** Why nothing was changed, if it was meant to be. What was typed comes back with every answer. */
interface Unchanged {
  values: AdjustmentFormValues;
  errors?: AdjustmentErrors;
  refusal?: { title: string; text: string };
  review?: AdjustmentReview;
  /** What is wrong with the amount that was typed again. */
  again?: string;
}

export const action = forPartner(async (context, { params, request }) => {
  const customer = await findCustomerOrRefuse(context, params.customerId);
  const form = await request.formData();
  const [intent, formId] = [form.get("intent"), String(form.get("formId") ?? "")];
  const values = { amount: String(form.get("amount") ?? ""), note: String(form.get("note") ?? "") };
  if (intent === "change") return data<Unchanged>({ values });
  if (!isAdjustmentIntent(intent) || !isId(formId, "form")) throw formUnusable();

  const read = readAdjustmentForm(values, intent);
  if ("errors" in read) return invalid<Unchanged>({ values, errors: read.errors });
  const { draft } = read;
  const again = String(form.get("again") ?? "");
  const isSure = isTypedAgain(draft, again);
  if (form.has("review") || !isSure) {
    const { balanceMicros } = await context.wallet(customer.id).summary(0);
    const short = balanceMicros + draft.amountMicros < 0 && draft.amountMicros < 0;
    const refusal =
      short &&
      adjustmentRefusal({ outcome: "insufficient_credits", balanceMicros }, draft.amountMicros, LOCALE);
    if (refusal) return invalid<Unchanged>({ values, refusal });
    const review = reviewAdjustment(formId, intent, values, draft, balanceMicros, LOCALE);
    if (form.has("review")) return data<Unchanged>({ values, review });
    return invalid<Unchanged>({ values, review, ...(again && { again: "This is not the same amount" }) });
  }

  const result = await adjustCredits(context, customer.id, draft, formId);
  const refusal = adjustmentRefusal(result, draft.amountMicros, LOCALE);
  if (refusal) return invalid<Unchanged>({ values, refusal });
  return redirect(`/customers/${customer.id}?${intent === "add" ? "added" : "deducted"}`, 303);
});

export default function CustomerCredits() {
  const { head, balance, used, updated, done, restoredOn, history } = useLoaderData<typeof loader>();
  const unchanged = useActionData<typeof action>() as Unchanged | undefined;
  return (
    <>
      <CustomerHead customer={head} current="credits" />
      {done && !unchanged && <Notice tone="success" title={done} />}
      {restoredOn && <RestoredNotice on={restoredOn} />}
      <BalanceCard
        label="Current Balance"
        amount={balance}
        unit="credits"
        figures={[
          { label: "Total Used", value: used, hint: "by usage; deductions do not count" },
          { label: "Last Updated", value: updated ? <Timestamp {...updated} /> : "Never" },
        ]}
      />
      <AdjustmentCard unchanged={unchanged} />
      <CreditHistory customerId={head.id} {...history} />
    </>
  );
}

function AdjustmentCard({ unchanged }: { unchanged: Unchanged | undefined }) {
  const { formId, balanceMicros } = useLoaderData<typeof loader>();
  const intent = useNavigation().formData?.get("intent");
  const pending = isAdjustmentIntent(intent) ? intent : null;
  if (unchanged?.review) {
    return (
      <ReviewAdjustment review={unchanged.review} error={unchanged.again} isPending={pending !== null} />
    );
  }
  return (
    <Card id="credits" title="Credits" description="Add or deduct credits by hand.">
      <AdjustmentForm
        // A form that was taken leaves no text behind; the new one has an id of its own.
        key={unchanged ? "unchanged" : formId}
        formId={formId}
        balanceMicros={balanceMicros}
        values={unchanged?.values ?? { amount: "", note: "" }}
        errors={unchanged?.errors ?? {}}
        refusal={unchanged?.refusal ?? null}
        pending={pending}
      />
    </Card>
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

export const ErrorBoundary = PageErrorBoundary;
