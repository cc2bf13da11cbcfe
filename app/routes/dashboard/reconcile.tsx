import { data, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { CircleCheck, Scale } from "lucide-react";
import { listOwnCustomers } from "../../../db/reconcile-copies.server";
import { findReconcileRun, listReconcileRuns, type ReconcileRun } from "../../../db/reconcile-runs.server";
import type { PartnerContext } from "../../context.server";
import { readNote } from "../../customers/adjustment-form";
import { forPartner, invalid } from "../../http/handlers.server";
import { isRepairable } from "../../reconcile/finding";
import { findingRow } from "../../reconcile/finding-rows";
import { reconcileAccount } from "../../reconcile/reconcile-account.server";
import { DEFAULT_DAYS, MOST_DAYS, parseDays } from "../../reconcile/reconcile-form";
import type { Repair } from "../../reconcile/repair-finding.server";
import { releaseFinding, repairFindings } from "../../reconcile/repair-run.server";
import { runRow } from "../../reconcile/run-rows";
import { formUnusable, notFound, stripeNotConnected } from "../../refusals";
import { dashboardLink } from "../../stripe/dashboard-link";
import { DAY_MS } from "../../time";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { SubmitButton } from "../../ui/SubmitButton";
import { TextField } from "../../ui/TextField";
import { FindingItem, RepairForm } from "./FindingItem";
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
    canRepair: last?.findings.filter(isRepairable).length ?? 0,
    isRepaired: new URL(request.url).searchParams.has("repaired"),
  };
});

async function shownFindings({ db, partner, account, settings }: PartnerContext, run: ReconcileRun) {
  const customers = await listOwnCustomers(
    db,
    partner.id,
    run.findings.flatMap(({ customerId }) => customerId ?? []),
  );
  const place = { accountId: run.accountId, livemode: account?.livemode ?? false };
  return run.findings.map((finding) => ({
    ...findingRow(finding, customers.find(({ id }) => id === finding.customerId)?.email ?? null),
    stripeUrl:
      finding.paymentIntentId && dashboardLink(settings.STRIPE_API_BASE, place, finding.paymentIntentId),
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
      const { note, mistake } = readNote(field("note"));
      if (!finding) throw notFound();
      if (mistake) return invalid<Refused>({ note: { findingId: finding.id, note: field("note"), mistake } });
      return answer([await releaseFinding(context, run, finding, note)]);
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
  const { isConnected, runs, isRepaired } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
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
      {isConnected ? <CompareCard /> : <NotConnected />}
      {last?.error && (
        <Notice
          tone="warning"
          title="The last run is not complete"
          text={`${last.error}. What was compared before stays below; no money moved. Compare again in a moment.`}
        />
      )}
      {last && <Findings />}
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

function CompareCard() {
  const refused = useActionData<Refused>();
  const { formData } = useNavigation();
  return (
    <Card>
      <Form method="post" className="flex flex-wrap items-start gap-4" noValidate>
        <div className="w-full max-w-xs">
          <TextField
            label="Days"
            name="days"
            inputMode="numeric"
            hint={`How far back, 1 to ${MOST_DAYS}. Comparing changes nothing.`}
            defaultValue={refused?.days?.typed ?? String(DEFAULT_DAYS)}
            error={refused?.days?.mistake}
          />
        </div>
        <div className="sm:pt-6.5">
          <SubmitButton
            name="intent"
            value="compare"
            pending={formData?.get("intent") === "compare" && "Comparing…"}
          >
            Compare with Stripe
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function Findings() {
  const { runs, findings, canRepair } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { formData } = useNavigation();
  const [last] = runs;
  if (!last) return null;
  if (findings.length === 0) return <NoFindings error={last.error} compared={last.compared} />;
  const isPending = (intent: string, findingId: string) =>
    formData?.get("intent") === intent && formData.get("findingId") === findingId;
  return (
    <Card
      title="Differences"
      description={`Found in ${last.compared} of the last ${last.days}.${last.left > 0 ? ` ${last.left} more are not listed; repair these and compare again.` : ""}`}
      actions={
        canRepair > 1 && (
          <RepairForm
            intent="repair_all"
            runId={last.id}
            isPending={formData?.get("intent") === "repair_all"}
          />
        )
      }
      flush
    >
      <ul className="border-t border-border">
        {findings.map((finding) => (
          <FindingItem
            key={finding.id}
            runId={last.id}
            finding={finding}
            isPending={isPending("repair", finding.id) || isPending("release", finding.id)}
            refused={refused?.note?.findingId === finding.id ? refused.note : null}
          />
        ))}
      </ul>
    </Card>
  );
}

function NoFindings({ error, compared }: { error: string | null; compared: string }) {
  return (
    <Card>
      <EmptyState
        icon={error === null ? CircleCheck : Scale}
        line={error === null ? "Everything agrees with Stripe" : "No differences so far"}
        text={`Compared: ${compared}.`}
      />
    </Card>
  );
}

export const ErrorBoundary = PageErrorBoundary;
