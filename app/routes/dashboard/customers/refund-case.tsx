import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCustomer } from "../../../../db/customers.server";
import type { PartnerContext } from "../../../context.server";
import { readNote } from "../../../customers/note";
import { forPartner, invalid } from "../../../http/handlers.server";
import { isId, newId } from "../../../ids";
import { casePage, decisionRefusal, isCaseChoice } from "../../../refunds/case-page";
import { decideRefundCase } from "../../../refunds/decide-case.server";
import { formUnusable, notFound } from "../../../refusals";
import { Card } from "../../../ui/Card";
import { CopyableId } from "../../../ui/CopyableId";
import { DefinitionList } from "../../../ui/DefinitionList";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { Timestamp } from "../../../ui/Timestamp";
import { RefundCaseForm } from "./RefundCaseForm";

export const meta = () => [{ title: "Refund case · Topup" }];

export const loader = forPartner(async (context, { params, request }) => {
  const customer = await ownCustomer(context, params);
  const wallet = context.wallet(customer.id);
  const purchaseId = params.purchaseId ?? "";
  const [found, view, summary] = await Promise.all([
    wallet.purchase(purchaseId),
    wallet.refundCase(purchaseId),
    wallet.summary(0),
  ]);
  if (!found || !view) throw notFound();
  return {
    formId: newId("form"),
    customer: { id: customer.id, name: customer.name || customer.email },
    ...casePage(found.purchase, view, summary.balanceMicros, context.now()),
    isDecided: new URL(request.url).searchParams.has("decided"),
  };
});

export const action = forPartner(async (context, { params, request }) => {
  const customer = await ownCustomer(context, params);
  const form = await request.formData();
  const [choice, formId, due] = ["choice", "formId", "due"].map((field) => String(form.get(field) ?? ""));
  if (!isCaseChoice(choice) || !formId || !isId(formId, "form") || !/^\d{1,16}$/.test(due ?? ""))
    throw formUnusable();

  const typed = String(form.get("note") ?? "");
  const read = readNote(typed);
  if ("error" in read) return invalid({ note: typed, error: read.error, refusal: null });

  const purchaseId = params.purchaseId ?? "";
  const answer = { purchaseId, formId, choice, dueMicros: Number(due), note: read.note };
  const refusal = decisionRefusal(await decideRefundCase(context, customer.id, answer));
  if (refusal) return invalid({ note: typed, error: null, refusal });
  return redirect(`/customers/${customer.id}/refund-cases/${purchaseId}?decided`, 303);
});

/** Asked before the wallet: another partner's customer is nobody here. */
async function ownCustomer({ db, partner }: PartnerContext, { customerId }: LoaderFunctionArgs["params"]) {
  const customer = await findCustomer(db, partner.id, customerId ?? "");
  if (!customer) throw notFound();
  return customer;
}

export default function RefundCasePage() {
  const { customer, title, plan, formId, isDecided, ...found } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={title}
        description={`${customer.name} paid ${found.paid} for ${found.credits}.`}
        breadcrumbs={[
          { label: "Customers", href: "/customers" },
          { label: customer.name, href: `/customers/${customer.id}/billing` },
          { label: "Refund case" },
        ]}
      />
      {isDecided && !refused && (
        <Notice tone="success" title="Decided" text="The history of the customer says so too." />
      )}
      {refused?.refusal && <Notice tone="danger" {...refused.refusal} />}
      {found.buttons.length > 0 && (
        <Card
          title={`${found.due} to decide about`}
          description={`The money went back; the credits have not moved. The balance is ${found.balance}.`}
        >
          <RefundCaseForm
            key={formId}
            formId={formId}
            dueMicros={found.dueMicros}
            note={refused?.note ?? found.note}
            error={refused?.error ?? undefined}
            buttons={found.buttons}
          />
        </Card>
      )}
      <Standing due={found.due} taken={found.taken} kept={found.kept} />
      <Reversals reversals={found.reversals} />
      {found.decisions.length > 0 && <Decisions decisions={found.decisions} />}
    </>
  );
}

type Shown = ReturnType<typeof casePage>;

function Standing({ due, taken, kept }: Pick<Shown, "due" | "taken" | "kept">) {
  return (
    <Card title="How it stands">
      <DefinitionList
        items={[
          { term: "To decide", details: due },
          { term: "Deducted", details: taken },
          { term: "Kept by the customer", details: kept },
        ]}
      />
    </Card>
  );
}

function Reversals({ reversals }: Pick<Shown, "reversals">) {
  return (
    <Card title="What Stripe says">
      <DefinitionList
        items={reversals.map(({ id, label, amount, counts }) => ({
          term: `${label}${counts ? "" : " (no money went back)"}`,
          details: (
            <>
              {amount} · <CopyableId value={id} what={`id at Stripe: ${id}`} />
            </>
          ),
        }))}
      />
    </Card>
  );
}

function Decisions({ decisions }: Pick<Shown, "decisions">) {
  return (
    <Card title="Decisions">
      <DefinitionList
        items={decisions.map(({ number, text, note, date }) => ({
          term: `${number}. ${text}`,
          details: (
            <>
              {note} · <Timestamp {...date} />
            </>
          ),
        }))}
      />
    </Card>
  );
}

export const ErrorBoundary = PageErrorBoundary;
