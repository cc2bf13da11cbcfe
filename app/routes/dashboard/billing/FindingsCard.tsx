import { CircleCheck, Scale } from "lucide-react";
import type { RunRow } from "../../../reconcile/run-rows";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { FindingItem, RepairForm, type ShownFinding } from "./FindingItem";

interface FindingsCardProps {
  run: RunRow;
  findings: ShownFinding[];
  refused: { findingId: string; note: string; mistake: string } | undefined;
  /** What is on its way: an intent, and the finding that it is about. */
  pending: { intent: string; findingId: string } | null;
}

/** What the last run found, or that there was nothing to find. */
export function FindingsCard({ run, findings, refused, pending }: FindingsCardProps) {
  if (findings.length === 0) return <NoFindings error={run.error} compared={run.compared} />;
  const repairable = findings.filter(({ remedy }) => remedy === "repair").length;
  return (
    <Card
      title="Differences"
      description={`Found in ${run.compared} of the last ${run.days}.${run.left > 0 ? ` ${run.left} more are not listed; repair these and compare again.` : ""}`}
      actions={
        repairable > 1 && (
          <RepairForm intent="repair_all" runId={run.id} isPending={pending?.intent === "repair_all"} />
        )
      }
      flush
    >
      <ul className="border-t border-border">
        {findings.map((finding) => (
          <FindingItem
            key={finding.id}
            runId={run.id}
            finding={finding}
            isPending={pending?.findingId === finding.id}
            refused={refused?.findingId === finding.id ? refused : null}
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
