import { Form } from "@remix-run/react";
import type { FindingRow } from "../../../reconcile/finding-rows";
import { Badge } from "../../../ui/Badge";
import { CopyableId } from "../../../ui/CopyableId";
import { DefinitionList } from "../../../ui/DefinitionList";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextArea } from "../../../ui/TextArea";
import { TextLink } from "../../../ui/TextLink";
import { StripeLink } from "./StripeLink";

export interface ShownFinding extends FindingRow {
  /** The payment in Stripe's dashboard, or null when there is none. */
  stripeUrl: string | null;
}

interface FindingItemProps {
  runId: string;
  finding: ShownFinding;
  isPending: boolean;
  /** What was typed and is wrong, when this finding's form was refused. */
  refused: { note: string; mistake: string } | null;
}

/** One difference: what happened, which payment it is about, and what to press. */
export function FindingItem({ runId, finding, isPending, refused }: FindingItemProps) {
  const { title, text, next, remedy, outcome } = finding;
  return (
    <li className="grid gap-4 border-t border-border px-5 py-5 first:border-0 sm:px-6 lg:grid-cols-[1fr_22rem] lg:gap-x-10">
      <div className="grid content-start gap-3">
        <div>
          <Badge tone={outcome === null ? title.tone : "success"}>
            {outcome === null ? title.label : "Done"}
          </Badge>
        </div>
        <p className="font-medium">{text}</p>
        <p className="text-sm text-muted-foreground">{outcome ?? next}</p>
        {remedy === "repair" && (
          <RepairForm intent="repair" runId={runId} findingId={finding.id} isPending={isPending} />
        )}
        {remedy === "release" && <ReleaseForm {...{ runId, isPending, refused }} findingId={finding.id} />}
      </div>
      <FindingFacts finding={finding} />
    </li>
  );
}

function FindingFacts({ finding }: { finding: ShownFinding }) {
  const { customer, stripeUrl, purchaseId, paymentIntentId, id } = finding;
  return (
    <div className="min-w-0">
      <DefinitionList
        items={[
          ...(customer
            ? [
                {
                  term: "Customer",
                  details: <TextLink href={`/customers/${customer.id}`}>{customer.email}</TextLink>,
                },
              ]
            : []),
          { term: "At Stripe", details: copyable(id, "id at Stripe") },
          ...(paymentIntentId ? [{ term: "Payment", details: copyable(paymentIntentId, "payment id") }] : []),
          ...(purchaseId ? [{ term: "Purchase", details: copyable(purchaseId, "purchase id") }] : []),
          ...(stripeUrl
            ? [{ term: "Dashboard", details: <StripeLink href={stripeUrl} of={paymentIntentId ?? id} /> }]
            : []),
        ]}
      />
    </div>
  );
}

/** With the id in the button's name, as each difference has such a button. */
const copyable = (id: string, what: string) => <CopyableId value={id} what={`${what}: ${id}`} />;

interface RepairFormProps {
  intent: "repair" | "repair_all";
  runId: string;
  findingId?: string;
  isPending: boolean;
}

export function RepairForm({ intent, runId, findingId, isPending }: RepairFormProps) {
  return (
    <Form method="post">
      <input type="hidden" name="runId" value={runId} />
      {findingId && <input type="hidden" name="findingId" value={findingId} />}
      <SubmitButton
        name="intent"
        value={intent}
        variant={intent === "repair" ? "secondary" : "primary"}
        pending={isPending && "Repairing…"}
        aria-label={findingId && !isPending ? `Repair ${findingId}` : undefined}
      >
        {intent === "repair" ? "Repair" : "Repair all"}
      </SubmitButton>
    </Form>
  );
}

function ReleaseForm({
  runId,
  findingId,
  isPending,
  refused,
}: Omit<FindingItemProps, "finding"> & { findingId: string }) {
  return (
    <Form method="post" className="grid max-w-xl gap-3" noValidate>
      <input type="hidden" name="runId" value={runId} />
      <input type="hidden" name="findingId" value={findingId} />
      <TextArea
        label="Note"
        name="note"
        id={`note-${findingId}`}
        rows={2}
        required
        hint="Why the credits are given all the same. It is kept in the audit log."
        defaultValue={refused?.note ?? ""}
        error={refused?.mistake}
      />
      <div>
        <SubmitButton
          name="intent"
          value="release"
          variant="secondary"
          pending={isPending && "Crediting…"}
          aria-label={isPending ? undefined : `Credit as agreed: ${findingId}`}
        >
          Credit as agreed
        </SubmitButton>
      </div>
    </Form>
  );
}
