import { data, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { listOwnCustomers } from "../../../../db/reconcile-copies.server";
import { findReconcileRun, listReconcileRuns, type ReconcileRun } from "../../../../db/reconcile-runs.server";
import type { PartnerContext } from "../../../context.server";
import { readNote } from "../../../customers/note";
import { forPartner, invalid } from "../../../http/handlers.server";
import { findingRow } from "../../../reconcile/finding-rows";
import { reconcileAccount } from "../../../reconcile/reconcile-account.server";
import { MOST_DAYS, parseDays } from "../../../reconcile/reconcile-form";
import type { Repair } from "../../../reconcile/repair-finding.server";
import { releaseFinding, repairFindings } from "../../../reconcile/repair-run.server";
import { runRow } from "../../../reconcile/run-rows";
import { formUnusable, notFound, stripeNotConnected } from "../../../refusals";
import { dashboardLink } from "../../../stripe/dashboard-link";
import { DAY_MS } from "../../../time";
import { ButtonLink } from "../../../ui/Button";
import { Notice } from "../../../ui/Notice";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";
import { PageHeader } from "../../../ui/PageHeader";
import { CompareCard } from "./CompareCard";
import { FindingsCard } from "./FindingsCard";
import { RunsCard } from "./RunsCard";

const PAGE = "/billing-and-invoices/reconcile";
const RUNS_SHOWN = 5;

export const meta = () => [{ title: "Compare with Stripe · Topup" }];

export const loader = forPartner(async (context, { request }) => {
  const { db, partner, account, now } = context;
  const runs = await listReconcileRuns(db, partner.id, RUNS_SHOWN);
  const [last] = runs;
  return {
    isConnected: account !== null && account.deauthorizedAt === null,
    runs: runs.map((run) => runRow(run, now())),
    findings: last ? await shownFindings(context, last) : [],
    isRepaired: new URL(request.url).searchParams.has("repaired"),
  };
});

async function shownFindings({ db, partner, account, settings }: PartnerContext, run: ReconcileRun) {
  const seller = { accountId: run.accountId, livemode: account?.livemode ?? false };
  const customers = await listOwnCustomers(
    db,
    partner.id,
    run.findings.flatMap(({ customerId }) => customerId ?? []),
  );
  return run.findings.map((finding) => ({
    ...findingRow(finding, customers.find(({ id }) => id === finding.customerId)?.email ?? null),
    stripeUrl:
      finding.paymentIntentId && dashboardLink(settings.STRIPE_API_BASE, seller, finding.paymentIntentId),
  }));
}

interface Refused {
  days?: { typed: string; mistake: string };
  note?: { findingId: string; note: string; mistake: string };
  notDone?: string;
}

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? "");
  if (field("intent") === "compare") return compare(context, field("days"));

  const run = await findReconcileRun(context.db, context.partner.id, field("runId"));
  const finding = run?.findings.find(({ id }) => id === field("findingId"));
  if (!run || (field("intent") !== "repair_all" && !finding)) throw notFound();
  switch (field("intent")) {
    case "repair_all":
      return answer(await repairFindings(context, run, run.findings));
    case "repair":
      return answer(await repairFindings(context, run, finding ? [finding] : []));
    case "release": {
      const read = readNote(field("note"));
      if (!finding) throw notFound();
      if ("error" in read) {
        const note = { findingId: finding.id, note: field("note"), mistake: read.error };
        return invalid<Refused>({ note });
      }
      return answer([await releaseFinding(context, run, finding, read.note)]);
    }
    default:
      throw formUnusable();
  }
});

async function compare(context: PartnerContext, typed: string) {
  const { partner, account, member, now } = context;
  if (!account || account.deauthorizedAt !== null) throw stripeNotConnected();
  const days = parseDays(typed);
  if (days === null) {
    return invalid<Refused>({
      days: { typed, mistake: `Days must be a whole number from 1 to ${MOST_DAYS}` },
    });
  }
  await reconcileAccount(
    context,
    { partnerId: partner.id, accountId: account.accountId, livemode: account.livemode },
    { since: now() - days * DAY_MS, until: null, actor: { type: "member", id: member.id }, repairs: false },
  );
  return redirect(PAGE, 303);
}

function answer(repairs: readonly Repair[]) {
  const failed = repairs.filter(({ isDone }) => !isDone);
  if (failed.length === 0) return redirect(`${PAGE}?repaired`, 303);
  const notDone = [...new Set(failed.map(({ text }) => text))].join(" ");
  return data<Refused>({ notDone }, { status: 409 });
}

export default function Reconcile() {
  const { isConnected, runs, findings, isRepaired } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { formData } = useNavigation();
  const pending = formData && {
    intent: String(formData.get("intent")),
    findingId: String(formData.get("findingId")),
  };
  const [last] = runs;
  return (
    <>
      <PageHeader
        title="Compare with Stripe"
        description="Every payment, refund and dispute on your Stripe account is held against the credits of your customers."
        breadcrumbs={[
          { label: "Billing & Invoices", href: "/billing-and-invoices" },
          { label: "Compare with Stripe" },
        ]}
      />
      {refused?.notDone && (
        <Notice tone="danger" title="Not everything was repaired" text={refused.notDone} />
      )}
      {isRepaired && !refused && (
        <Notice tone="success" title="Repaired" text="What was done is beside each difference." />
      )}
      {isConnected ? (
        <CompareCard
          refused={refused?.days}
          pendingDays={pending?.intent === "compare" ? String(formData?.get("days")) : null}
        />
      ) : (
        <NotConnected />
      )}
      {last?.error && (
        <Notice
          tone="warning"
          title="The last run is not complete"
          text={`${last.error}. What was compared before stays below; no money moved. Compare again in a moment.`}
        />
      )}
      {last && (
        <FindingsCard run={last} findings={findings} refused={refused?.note} pending={pending ?? null} />
      )}
      {runs.length > 0 && <RunsCard runs={runs} />}
    </>
  );
}

function NotConnected() {
  return (
    <Notice
      tone="warning"
      title="Stripe not connected"
      text="Without a connected account there is nothing to compare."
      action={<ButtonLink href="/settings/stripe-connect">Connect Stripe</ButtonLink>}
    />
  );
}

export const ErrorBoundary = PageErrorBoundary;
